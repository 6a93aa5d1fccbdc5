// Shared by CICU's own files: errors, UTF-16 buffers, locale identifiers.
#ifndef CICU_INTERNAL_H
#define CICU_INTERNAL_H

#include <stdlib.h>
#include <string.h>

#include <unicode/parseerr.h>
#include <unicode/unorm2.h>
#include <unicode/utypes.h>

#include "cicu.h"

// A growable array of UTF-16 units. Names fit in the local part, so they cost no allocation.
// Must not be copied or moved while in use: units may point into the struct itself.
typedef struct utf16 {
  UChar *units;
  int32_t length;
  int32_t capacity;
  UChar local[256];
} utf16;

void utf16_init(utf16 *text);
void utf16_free(utf16 *text);
// Makes room for `more` units after length. Sets the status and returns false if that passes INT32_MAX or memory.
bool utf16_reserve(utf16 *text, int64_t more, UErrorCode *status);
void utf16_append(utf16 *text, const UChar *units, int32_t length, UErrorCode *status);
void utf16_append_scalar(utf16 *text, UChar32 scalar, UErrorCode *status);
// Replaces the content. Ill-formed UTF-8 is an error with its byte offset.
bool utf16_from_utf8(utf16 *text, const uint8_t *bytes, int64_t length, cicu_error *error);
// Unpaired surrogates become U+FFFD, so that what leaves is always well-formed.
int64_t utf16_to_utf8(const UChar *units, int32_t length, uint8_t *out, int64_t capacity, cicu_error *error);

void error_reset(cicu_error *error);
// Takes the status over if it is a failure; returns whether it is one.
bool error_take(cicu_error *error, UErrorCode status);
void error_take_parse(cicu_error *error, UErrorCode status, const UParseError *parse);

// Room for a locale identifier with its NUL.
#define LOCALE_CAPACITY 160
// ICU's locale identifier for a BCP 47 tag or an ICU identifier; empty and "und" give "root".
bool locale_identifier(const uint8_t *tag, int64_t length, char locale[LOCALE_CAPACITY], cicu_error *error);
// Copies an ASCII code of letters, digits, hyphens and underscores and ends it with NUL; false if it is not one.
bool copy_code(const uint8_t *code, int64_t length, char *copy, int32_t capacity);

// Normalizes any text in linear time. Appends to result.
void normalize_utf16(const UNormalizer2 *normalizer, const utf16 *source, utf16 *result, UErrorCode *status);

#endif
