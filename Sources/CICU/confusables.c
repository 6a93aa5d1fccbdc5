#include "internal.h"

#include <unicode/uspoof.h>
#include <unicode/utf16.h>

// A skeleton is NFD(map(NFD(text))) (UTS #39, section 4), and map works on one code point at a time. So the skeletons
// of pieces of NFD text, joined and put into NFD, are the skeleton of the whole; pieces keep ICU's ordering of marks,
// which takes time in the square of a run's length, short.
#define PIECE 512

static USpoofChecker *icu(const cicu_confusables *confusables) { return (USpoofChecker *)confusables; }

cicu_confusables *cicu_confusables_open(cicu_error *error) {
  error_reset(error);
  UErrorCode status = U_ZERO_ERROR;
  USpoofChecker *checker = uspoof_open(&status);
  if (U_SUCCESS(status) && checker == NULL) status = U_MEMORY_ALLOCATION_ERROR;
  error_take(error, status);
  return (cicu_confusables *)checker;
}

void cicu_confusables_close(cicu_confusables *confusables) { uspoof_close(icu(confusables)); }

static void append_skeleton(const cicu_confusables *confusables, const UChar *units, int32_t length, utf16 *result,
                            UErrorCode *status) {
  int64_t room = (int64_t)length * 2 + 32;
  for (int attempt = 0; attempt < 2; attempt++) {
    if (!utf16_reserve(result, room, status)) return;
    int32_t written = uspoof_getSkeleton(icu(confusables), 0, units, length, result->units + result->length,
                                         result->capacity - result->length, status);
    if (*status == U_BUFFER_OVERFLOW_ERROR && attempt == 0) {
      *status = U_ZERO_ERROR;
      room = written;
      continue;
    }
    if (U_SUCCESS(*status)) result->length += written;
    return;
  }
}

int64_t cicu_confusables_skeleton(const cicu_confusables *confusables, const uint8_t *text, int64_t length,
                                  uint8_t *out, int64_t capacity, cicu_error *error) {
  error_reset(error);
  utf16 source, decomposed, mapped, result;
  utf16_init(&source);
  utf16_init(&decomposed);
  utf16_init(&mapped);
  utf16_init(&result);
  int64_t written = 0;
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *nfd = unorm2_getNFDInstance(&status);
  if (!error_take(error, status) && utf16_from_utf8(&source, text, length, error)) {
    normalize_utf16(nfd, &source, &decomposed, &status);
    for (int32_t start = 0; start < decomposed.length && U_SUCCESS(status);) {
      int32_t end = decomposed.length;
      if (end - start > PIECE) {
        end = start + PIECE;
        U16_SET_CP_START(decomposed.units, start, end);
      }
      append_skeleton(confusables, decomposed.units + start, end - start, &mapped, &status);
      start = end;
    }
    normalize_utf16(nfd, &mapped, &result, &status);
    if (!error_take(error, status)) written = utf16_to_utf8(result.units, result.length, out, capacity, error);
  }
  utf16_free(&source);
  utf16_free(&decomposed);
  utf16_free(&mapped);
  utf16_free(&result);
  return written;
}
