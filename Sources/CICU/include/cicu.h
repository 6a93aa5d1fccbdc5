// The functions of the system's ICU that Allonym uses, under names that do not change.
//
// ICU's own functions are macros that append the library's version (utrans_openU is utrans_openU_72), which Swift
// cannot see. This header includes nothing of ICU, so its importers neither see those macros nor need ICU's headers.
//
// Conventions
// - Text in is UTF-8 with a length in bytes; NUL is a character like any other. A null pointer is empty text.
// - Text out is UTF-8 in the caller's buffer. The function returns the length of the whole result in bytes; if that
//   is more than the capacity, the buffer's content is undefined and the call is to be repeated with more room.
// - Every function that takes an error sets all of it. On failure (code > 0) text functions return 0.
// - Lengths and capacities are int64_t and checked against INT32_MAX, which is what ICU counts with.
#ifndef CICU_H
#define CICU_H

#include <stdbool.h>
#include <stdint.h>

#pragma clang assume_nonnull begin

#define CICU_CONTEXT_CAPACITY 64

typedef struct cicu_error {
  int32_t code;            // ICU's UErrorCode; 0 is success, positive is failure; warnings are reported as 0
  const char *_Nullable name;  // ICU's name of the code, in static storage
  int32_t line;            // line of a parse error, from 1; 0 if ICU does not say
  int64_t offset;          // parse error: UTF-16 units from the start of the line or text;
                           // ill-formed UTF-8: bytes from the start of the text; -1 if not known
  int32_t before_length;   // bytes in before
  int32_t after_length;    // bytes in after
  char before[CICU_CONTEXT_CAPACITY];  // text before a parse error, UTF-8
  char after[CICU_CONTEXT_CAPACITY];   // text at and after a parse error, UTF-8
} cicu_error;

// The codes that callers tell apart.
extern const int32_t cicu_error_invalid_character;
extern const int32_t cicu_error_input_too_long;
extern const int32_t cicu_error_invalid_identifier;
extern const int32_t cicu_error_illegal_argument;
extern const int32_t cicu_error_missing_resource;
extern const int32_t cicu_error_out_of_memory;

// MARK: Versions. Each fills four numbers: major, minor, milli, micro.

void cicu_version_icu(uint8_t version[_Nonnull 4]);
void cicu_version_unicode(uint8_t version[_Nonnull 4]);
void cicu_version_cldr(uint8_t version[_Nonnull 4], cicu_error *error);

// MARK: Normalization and case

enum {
  CICU_NFC = 0,
  CICU_NFD = 1,
  CICU_NFKC = 2,
  CICU_NFKD = 3,
  CICU_NFKC_CASEFOLD = 4,
};

// Sets *unchanged, and writes nothing, if the text is in the form already. Linear in the text's length for any text.
int64_t cicu_normalize(int32_t form, const uint8_t *_Nullable text, int64_t length, uint8_t *out, int64_t capacity,
                       bool *unchanged, cicu_error *error);

bool cicu_is_normalized(int32_t form, const uint8_t *_Nullable text, int64_t length, cicu_error *error);

// Decomposes, drops nonspacing marks (general category Mn), composes.
int64_t cicu_without_marks(const uint8_t *_Nullable text, int64_t length, uint8_t *out, int64_t capacity,
                           cicu_error *error);

// Full case folding without the Turkic mappings.
int64_t cicu_fold_case(const uint8_t *_Nullable text, int64_t length, uint8_t *out, int64_t capacity,
                       cicu_error *error);

// MARK: Scripts. A script is ICU's number of it; its code is the four ISO 15924 letters, first letter highest.

int32_t cicu_script_count(void);
uint32_t cicu_script_code(int32_t script);            // 0 if there is no such script
int32_t cicu_script_of_code(uint32_t code);           // -1 if there is no such script
const char *_Nullable cicu_script_name(int32_t script);  // Unicode's long name, such as "Old_Italic"; static
int32_t cicu_script(uint32_t scalar);
bool cicu_has_script(uint32_t scalar, int32_t script);   // through Script_Extensions

// Fills at most capacity numbers and returns how many there are.
int32_t cicu_script_extensions(uint32_t scalar, int32_t *scripts, int32_t capacity);

// The script that CLDR's likely subtags give for a language tag, or -1.
int32_t cicu_likely_script(const uint8_t *_Nullable tag, int64_t length, cicu_error *error);

// Whether the general category is Mn or Me.
bool cicu_is_combining_mark(uint32_t scalar);

// 1 opens, 2 closes, 0 neither (Bidi_Paired_Bracket_Type).
int32_t cicu_bracket_type(uint32_t scalar);
uint32_t cicu_paired_bracket(uint32_t scalar);

// MARK: Transforms

// One transform may be used by one thread at a time. Different transforms, clones of each other included, may be
// used at the same time.
typedef struct cicu_transform cicu_transform;

cicu_transform *_Nullable cicu_transform_open(const uint8_t *_Nullable identifier, int64_t identifier_length,
                                              bool reverse, cicu_error *error);
cicu_transform *_Nullable cicu_transform_open_rules(const uint8_t *_Nullable name, int64_t name_length,
                                                    const uint8_t *_Nullable rules, int64_t rules_length,
                                                    bool reverse, cicu_error *error);
cicu_transform *_Nullable cicu_transform_clone(const cicu_transform *transform, cicu_error *error);
void cicu_transform_close(cicu_transform *transform);
int64_t cicu_transform_apply(cicu_transform *transform, const uint8_t *_Nullable text, int64_t length, uint8_t *out,
                             int64_t capacity, cicu_error *error);
int64_t cicu_transform_identifier(const cicu_transform *transform, uint8_t *out, int64_t capacity,
                                  cicu_error *error);
int64_t cicu_transform_rules(const cicu_transform *transform, bool escape_unprintable, uint8_t *out,
                             int64_t capacity, cicu_error *error);

// UTF-16 units that a transform is given at once; longer text is cut near there (see transform.c).
extern const int32_t cicu_transform_piece;

// All registered identifiers, one a line.
int64_t cicu_transform_identifiers(uint8_t *out, int64_t capacity, cicu_error *error);

// MARK: Boundaries

// One finder may be used by one thread at a time.
typedef struct cicu_boundaries cicu_boundaries;

enum {
  CICU_WORDS = 0,
  CICU_SENTENCES = 1,
};

enum {
  CICU_WORD_NONE = 0,
  CICU_WORD_NUMBER = 1,
  CICU_WORD_LETTERS = 2,
  CICU_WORD_KANA = 3,
  CICU_WORD_IDEOGRAPHS = 4,
};

cicu_boundaries *_Nullable cicu_boundaries_open(int32_t kind, const uint8_t *_Nullable locale, int64_t locale_length,
                                                cicu_error *error);
cicu_boundaries *_Nullable cicu_boundaries_clone(const cicu_boundaries *boundaries, cicu_error *error);
void cicu_boundaries_close(cicu_boundaries *boundaries);

// The text must stay where it is, unchanged, until cicu_boundaries_finish.
bool cicu_boundaries_begin(cicu_boundaries *boundaries, const uint8_t *_Nullable text, int64_t length,
                           cicu_error *error);
// The end of the next segment in bytes and, for words, what it is; -1 after the last.
int64_t cicu_boundaries_next(cicu_boundaries *boundaries, int32_t *word_kind);
void cicu_boundaries_finish(cicu_boundaries *boundaries);

// MARK: Display names

// May be used by any number of threads at once.
typedef struct cicu_names cicu_names;

enum {
  CICU_NAME_REGION = 0,
  CICU_NAME_LANGUAGE = 1,
  CICU_NAME_SCRIPT = 2,
  CICU_NAME_LOCALE = 3,
};

// Fails with cicu_error_missing_resource if ICU has no names in the locale; never falls back on the process's locale.
cicu_names *_Nullable cicu_names_open(const uint8_t *_Nullable locale, int64_t locale_length, cicu_error *error);
void cicu_names_close(cicu_names *names);
// Returns 0 without an error if there is no name for the code.
int64_t cicu_names_find(const cicu_names *names, int32_t kind, const uint8_t *_Nullable code, int64_t code_length,
                        uint8_t *out, int64_t capacity, cicu_error *error);

// MARK: What locales say themselves, as against what they inherit

enum {
  CICU_OWN_TERRITORIES = 0,
  CICU_OWN_SHORT_TERRITORIES = 1,
  CICU_OWN_OTHER_TERRITORIES = 2,
  CICU_OWN_LANGUAGES = 3,
  CICU_OWN_SHORT_LANGUAGES = 4,
  CICU_OWN_OTHER_LANGUAGES = 5,
  CICU_OWN_CITIES = 6,
};

// ICU's identifiers of root and of all locales that it has data of, one a line.
int64_t cicu_locales(uint8_t *out, int64_t capacity);
// The names that the data of one locale, an identifier as cicu_locales writes it, has itself: a line each of the code,
// a tab and the name. Codes of zones have colons for slashes. Nothing, without an error, where there is no such data.
int64_t cicu_own_names(int32_t kind, const uint8_t *_Nullable locale, int64_t locale_length, uint8_t *out,
                       int64_t capacity, cicu_error *error);

// MARK: Confusables

// May be used by any number of threads at once.
typedef struct cicu_confusables cicu_confusables;

cicu_confusables *_Nullable cicu_confusables_open(cicu_error *error);
void cicu_confusables_close(cicu_confusables *confusables);
int64_t cicu_confusables_skeleton(const cicu_confusables *confusables, const uint8_t *_Nullable text, int64_t length,
                                  uint8_t *out, int64_t capacity, cicu_error *error);

#pragma clang assume_nonnull end

#endif
