#include "internal.h"

#include <unicode/uchar.h>
#include <unicode/ucasemap.h>
#include <unicode/utf16.h>

// ICU orders combining marks by insertion, which takes time in the square of the run's length: a megabyte of marks
// in the wrong order takes minutes. A run longer than this many code points is therefore decomposed and ordered
// here first, by counting, which gives equivalent text that ICU passes through in linear time.
#define LONG_RUN 64

static const UNormalizer2 *normalizer_of(int32_t form, UErrorCode *status) {
  // The instances live as long as the process and may be used by any thread.
  switch (form) {
    case CICU_NFC: return unorm2_getNFCInstance(status);
    case CICU_NFD: return unorm2_getNFDInstance(status);
    case CICU_NFKC: return unorm2_getNFKCInstance(status);
    case CICU_NFKD: return unorm2_getNFKDInstance(status);
    case CICU_NFKC_CASEFOLD: return unorm2_getNFKCCasefoldInstance(status);
    default: *status = U_ILLEGAL_ARGUMENT_ERROR; return NULL;
  }
}

typedef struct scalars {
  UChar32 *items;
  int64_t count;
  int64_t capacity;
} scalars;

static void scalars_append(scalars *list, UChar32 scalar, UErrorCode *status) {
  if (U_FAILURE(*status)) return;
  if (list->count == list->capacity) {
    int64_t capacity = list->capacity < 1024 ? 1024 : list->capacity * 2;
    UChar32 *items = realloc(list->items, (size_t)capacity * sizeof(UChar32));
    if (items == NULL) {
      *status = U_MEMORY_ALLOCATION_ERROR;
      return;
    }
    list->items = items;
    list->capacity = capacity;
  }
  list->items[list->count++] = scalar;
}

static void append_decomposed(const UNormalizer2 *normalizer, const UChar *units, int32_t length, scalars *list,
                              UErrorCode *status) {
  UChar mapping[64];
  for (int32_t index = 0; index < length && U_SUCCESS(*status);) {
    UChar32 scalar;
    U16_NEXT(units, index, length, scalar);
    // The longest decomposition has 18 units (U+FDFA); a negative length says that there is none.
    int32_t mapped = unorm2_getDecomposition(normalizer, scalar, mapping, 64, status);
    if (mapped < 0) {
      scalars_append(list, scalar, status);
      continue;
    }
    for (int32_t at = 0; at < mapped && U_SUCCESS(*status);) {
      UChar32 part;
      U16_NEXT(mapping, at, mapped, part);
      scalars_append(list, part, status);
    }
  }
}

// The Canonical Ordering Algorithm (Unicode, D109) as a stable counting sort of each sequence of non-starters.
static void order_marks(scalars *list, UErrorCode *status) {
  if (U_FAILURE(*status) || list->count == 0) return;
  UChar32 *sorted = malloc((size_t)list->count * sizeof(UChar32));
  if (sorted == NULL) {
    *status = U_MEMORY_ALLOCATION_ERROR;
    return;
  }
  for (int64_t start = 0; start < list->count;) {
    if (u_getCombiningClass(list->items[start]) == 0) {
      start++;
      continue;
    }
    int64_t place[257] = {0};
    int64_t end = start;
    uint8_t class;
    while (end < list->count && (class = u_getCombiningClass(list->items[end])) != 0) {
      place[class + 1]++;
      end++;
    }
    for (int32_t i = 1; i < 257; i++) place[i] += place[i - 1];
    for (int64_t i = start; i < end; i++) sorted[place[u_getCombiningClass(list->items[i])]++] = list->items[i];
    memcpy(list->items + start, sorted, (size_t)(end - start) * sizeof(UChar32));
    start = end;
  }
  free(sorted);
}

// Appends source from `from` on to result with every long run decomposed and ordered. Returns false, and appends
// nothing, if there is no long run.
static bool order_long_runs(const UNormalizer2 *normalizer, const UChar *units, int32_t length, utf16 *result,
                            UErrorCode *status) {
  if (length <= LONG_RUN) return false;
  bool found = false;
  int32_t copied = 0;
  scalars list = {NULL, 0, 0};
  int32_t run_start = 0;
  int32_t run_count = 0;
  for (int32_t index = 0; U_SUCCESS(*status);) {
    int32_t start = index;
    UChar32 scalar = 0;
    bool at_end = index >= length;
    if (!at_end) U16_NEXT(units, index, length, scalar);
    if (at_end || unorm2_hasBoundaryBefore(normalizer, scalar)) {
      if (run_count > LONG_RUN) {
        found = true;
        utf16_append(result, units + copied, run_start - copied, status);
        list.count = 0;
        append_decomposed(normalizer, units + run_start, start - run_start, &list, status);
        order_marks(&list, status);
        for (int64_t i = 0; i < list.count && U_SUCCESS(*status); i++) {
          utf16_append_scalar(result, list.items[i], status);
        }
        copied = start;
      }
      if (at_end) break;
      run_start = start;
      run_count = 0;
    }
    run_count++;
  }
  free(list.items);
  if (found) utf16_append(result, units + copied, length - copied, status);
  return found;
}

static void append_normalized(const UNormalizer2 *normalizer, const UChar *units, int32_t length, utf16 *result,
                              UErrorCode *status) {
  // Most text grows little; the second attempt has the exact size.
  int64_t room = (int64_t)length + length / 4 + 32;
  for (int attempt = 0; attempt < 2; attempt++) {
    if (!utf16_reserve(result, room, status)) return;
    int32_t written = unorm2_normalize(normalizer, units, length, result->units + result->length,
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

void normalize_utf16(const UNormalizer2 *normalizer, const utf16 *source, utf16 *result, UErrorCode *status) {
  if (U_FAILURE(*status) || source->length == 0) return;
  utf16 ordered;
  utf16_init(&ordered);
  bool has_long_runs = order_long_runs(normalizer, source->units, source->length, &ordered, status);
  const utf16 *text = has_long_runs ? &ordered : source;
  append_normalized(normalizer, text->units, text->length, result, status);
  utf16_free(&ordered);
}

int64_t cicu_normalize(int32_t form, const uint8_t *text, int64_t length, uint8_t *out, int64_t capacity,
                       bool *unchanged, cicu_error *error) {
  error_reset(error);
  *unchanged = false;
  utf16 source, result;
  utf16_init(&source);
  utf16_init(&result);
  int64_t written = 0;
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *normalizer = normalizer_of(form, &status);
  if (!error_take(error, status) && utf16_from_utf8(&source, text, length, error)) {
    int32_t normalized =
        source.length == 0 ? 0 : unorm2_spanQuickCheckYes(normalizer, source.units, source.length, &status);
    if (U_SUCCESS(status) && normalized == source.length) {
      *unchanged = true;
    } else {
      normalize_utf16(normalizer, &source, &result, &status);
      if (!error_take(error, status)) written = utf16_to_utf8(result.units, result.length, out, capacity, error);
    }
  }
  utf16_free(&source);
  utf16_free(&result);
  return written;
}

bool cicu_is_normalized(int32_t form, const uint8_t *text, int64_t length, cicu_error *error) {
  error_reset(error);
  utf16 source, result;
  utf16_init(&source);
  utf16_init(&result);
  bool is_normalized = false;
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *normalizer = normalizer_of(form, &status);
  if (!error_take(error, status) && utf16_from_utf8(&source, text, length, error)) {
    int32_t checked =
        source.length == 0 ? 0 : unorm2_spanQuickCheckYes(normalizer, source.units, source.length, &status);
    if (checked == source.length) {
      is_normalized = true;
    } else {
      // "Maybe" is decided by doing it.
      normalize_utf16(normalizer, &source, &result, &status);
      is_normalized = result.length == source.length &&
                      memcmp(result.units, source.units, (size_t)source.length * sizeof(UChar)) == 0;
    }
    if (error_take(error, status)) is_normalized = false;
  }
  utf16_free(&source);
  utf16_free(&result);
  return is_normalized;
}

static void remove_marks(utf16 *text) {
  int32_t kept = 0;
  for (int32_t index = 0; index < text->length;) {
    int32_t start = index;
    UChar32 scalar;
    U16_NEXT(text->units, index, text->length, scalar);
    if (u_charType(scalar) == U_NON_SPACING_MARK) continue;
    // kept never passes start, so the units still to be read are not overwritten.
    while (start < index) text->units[kept++] = text->units[start++];
  }
  text->length = kept;
}

int64_t cicu_without_marks(const uint8_t *text, int64_t length, uint8_t *out, int64_t capacity, cicu_error *error) {
  error_reset(error);
  utf16 source, bare, result;
  utf16_init(&source);
  utf16_init(&bare);
  utf16_init(&result);
  int64_t written = 0;
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *nfd = unorm2_getNFDInstance(&status);
  const UNormalizer2 *nfc = unorm2_getNFCInstance(&status);
  if (!error_take(error, status) && utf16_from_utf8(&source, text, length, error)) {
    normalize_utf16(nfd, &source, &bare, &status);
    remove_marks(&bare);
    normalize_utf16(nfc, &bare, &result, &status);
    if (!error_take(error, status)) written = utf16_to_utf8(result.units, result.length, out, capacity, error);
  }
  utf16_free(&source);
  utf16_free(&bare);
  utf16_free(&result);
  return written;
}

int64_t cicu_fold_case(const uint8_t *text, int64_t length, uint8_t *out, int64_t capacity, cicu_error *error) {
  error_reset(error);
  if (length < 0 || length > INT32_MAX || capacity < 0) {
    error_take(error, U_INPUT_TOO_LONG_ERROR);
    return 0;
  }
  if (length == 0) return 0;
  if (capacity > INT32_MAX) capacity = INT32_MAX;
  UErrorCode status = U_ZERO_ERROR;
  // Opening for the root locale reads no data and allocates one small object.
  UCaseMap *map = ucasemap_open("", U_FOLD_CASE_DEFAULT, &status);
  if (error_take(error, status)) return 0;
  int32_t written =
      ucasemap_utf8FoldCase(map, (char *)out, (int32_t)capacity, (const char *)text, (int32_t)length, &status);
  ucasemap_close(map);
  if (status == U_BUFFER_OVERFLOW_ERROR) return written;
  return error_take(error, status) ? 0 : written;
}
