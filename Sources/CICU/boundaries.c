#include "internal.h"

#include <unicode/ubrk.h>
#include <unicode/utext.h>
#include <unicode/uvernum.h>

struct cicu_boundaries {
  UBreakIterator *iterator;
  UText text;
  int32_t kind;
  bool is_open;
};

static cicu_boundaries *wrap(UBreakIterator *iterator, int32_t kind, UErrorCode status, cicu_error *error) {
  if (U_SUCCESS(status) && iterator == NULL) status = U_MEMORY_ALLOCATION_ERROR;
  if (error_take(error, status)) return NULL;
  cicu_boundaries *boundaries = malloc(sizeof *boundaries);
  if (boundaries == NULL) {
    ubrk_close(iterator);
    error_take(error, U_MEMORY_ALLOCATION_ERROR);
    return NULL;
  }
  boundaries->iterator = iterator;
  boundaries->text = (UText)UTEXT_INITIALIZER;
  boundaries->kind = kind;
  boundaries->is_open = false;
  return boundaries;
}

cicu_boundaries *cicu_boundaries_open(int32_t kind, const uint8_t *locale, int64_t locale_length,
                                      cicu_error *error) {
  error_reset(error);
  char identifier[LOCALE_CAPACITY];
  if (!locale_identifier(locale, locale_length, identifier, error)) return NULL;
  UErrorCode status = U_ZERO_ERROR;
  UBreakIterator *iterator =
      ubrk_open(kind == CICU_SENTENCES ? UBRK_SENTENCE : UBRK_WORD, identifier, NULL, 0, &status);
  return wrap(iterator, kind, status, error);
}

cicu_boundaries *cicu_boundaries_clone(const cicu_boundaries *boundaries, cicu_error *error) {
  error_reset(error);
  UErrorCode status = U_ZERO_ERROR;
#if U_ICU_VERSION_MAJOR_NUM >= 69
  UBreakIterator *iterator = ubrk_clone(boundaries->iterator, &status);
#else
  UBreakIterator *iterator = ubrk_safeClone(boundaries->iterator, NULL, NULL, &status);
#endif
  return wrap(iterator, boundaries->kind, status, error);
}

void cicu_boundaries_close(cicu_boundaries *boundaries) {
  cicu_boundaries_finish(boundaries);
  ubrk_close(boundaries->iterator);
  free(boundaries);
}

bool cicu_boundaries_begin(cicu_boundaries *boundaries, const uint8_t *text, int64_t length, cicu_error *error) {
  error_reset(error);
  cicu_boundaries_finish(boundaries);
  if (length < 0 || length > INT32_MAX) {
    error_take(error, U_INPUT_TOO_LONG_ERROR);
    return false;
  }
  UErrorCode status = U_ZERO_ERROR;
  utext_openUTF8(&boundaries->text, length == 0 ? "" : (const char *)text, length, &status);
  if (error_take(error, status)) return false;
  boundaries->is_open = true;
  ubrk_setUText(boundaries->iterator, &boundaries->text, &status);
  if (error_take(error, status)) {
    cicu_boundaries_finish(boundaries);
    return false;
  }
  return true;
}

static int32_t word_kind_of(int32_t status) {
  if (status < UBRK_WORD_NONE_LIMIT) return CICU_WORD_NONE;
  if (status < UBRK_WORD_NUMBER_LIMIT) return CICU_WORD_NUMBER;
  if (status < UBRK_WORD_LETTER_LIMIT) return CICU_WORD_LETTERS;
  if (status < UBRK_WORD_KANA_LIMIT) return CICU_WORD_KANA;
  return status < UBRK_WORD_IDEO_LIMIT ? CICU_WORD_IDEOGRAPHS : CICU_WORD_NONE;
}

int64_t cicu_boundaries_next(cicu_boundaries *boundaries, int32_t *word_kind) {
  int32_t end = ubrk_next(boundaries->iterator);
  *word_kind = CICU_WORD_NONE;
  if (end == UBRK_DONE) return -1;
  if (boundaries->kind == CICU_WORDS) *word_kind = word_kind_of(ubrk_getRuleStatus(boundaries->iterator));
  return end;
}

void cicu_boundaries_finish(cicu_boundaries *boundaries) {
  if (!boundaries->is_open) return;
  // The iterator holds a shallow copy of the text: give it another, so that it forgets the caller's memory.
  UErrorCode status = U_ZERO_ERROR;
  static const UChar empty[1] = {0};
  ubrk_setText(boundaries->iterator, empty, 0, &status);
  utext_close(&boundaries->text);
  boundaries->is_open = false;
}
