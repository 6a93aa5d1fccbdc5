#include "internal.h"

#include <unicode/ustring.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

void utf16_init(utf16 *text) {
  text->units = text->local;
  text->length = 0;
  text->capacity = (int32_t)(sizeof text->local / sizeof text->local[0]);
}

void utf16_free(utf16 *text) {
  if (text->units != text->local) free(text->units);
  utf16_init(text);
}

bool utf16_reserve(utf16 *text, int64_t more, UErrorCode *status) {
  if (U_FAILURE(*status)) return false;
  int64_t needed = (int64_t)text->length + more;
  if (needed <= text->capacity) return true;
  if (needed > INT32_MAX) {
    *status = U_INPUT_TOO_LONG_ERROR;
    return false;
  }
  int64_t capacity = (int64_t)text->capacity * 2;
  if (capacity < needed) capacity = needed;
  if (capacity > INT32_MAX) capacity = INT32_MAX;
  bool is_local = text->units == text->local;
  UChar *units = realloc(is_local ? NULL : text->units, (size_t)capacity * sizeof(UChar));
  if (units == NULL) {
    *status = U_MEMORY_ALLOCATION_ERROR;
    return false;
  }
  if (is_local) memcpy(units, text->local, (size_t)text->length * sizeof(UChar));
  text->units = units;
  text->capacity = (int32_t)capacity;
  return true;
}

void utf16_append(utf16 *text, const UChar *units, int32_t length, UErrorCode *status) {
  if (length == 0 || !utf16_reserve(text, length, status)) return;
  memcpy(text->units + text->length, units, (size_t)length * sizeof(UChar));
  text->length += length;
}

void utf16_append_scalar(utf16 *text, UChar32 scalar, UErrorCode *status) {
  if (!utf16_reserve(text, U16_MAX_LENGTH, status)) return;
  U16_APPEND_UNSAFE(text->units, text->length, scalar);
}

static int64_t first_ill_formed(const uint8_t *bytes, int32_t length) {
  int32_t index = 0;
  while (index < length) {
    int32_t start = index;
    UChar32 scalar;
    U8_NEXT(bytes, index, length, scalar);
    if (scalar < 0) return start;
  }
  return -1;
}

bool utf16_from_utf8(utf16 *text, const uint8_t *bytes, int64_t length, cicu_error *error) {
  UErrorCode status = U_ZERO_ERROR;
  text->length = 0;
  if (length < 0 || length > INT32_MAX) {
    error_take(error, U_INPUT_TOO_LONG_ERROR);
    return false;
  }
  if (length == 0) return true;
  // UTF-16 never has more units than UTF-8 has bytes.
  if (!utf16_reserve(text, length, &status)) return !error_take(error, status);
  int32_t units = 0;
  u_strFromUTF8(text->units, text->capacity, &units, (const char *)bytes, (int32_t)length, &status);
  if (error_take(error, status)) {
    if (status == U_INVALID_CHAR_FOUND) error->offset = first_ill_formed(bytes, (int32_t)length);
    return false;
  }
  text->length = units;
  return true;
}

int64_t utf16_to_utf8(const UChar *units, int32_t length, uint8_t *out, int64_t capacity, cicu_error *error) {
  if (capacity < 0) {
    error_take(error, U_ILLEGAL_ARGUMENT_ERROR);
    return 0;
  }
  if (length == 0) return 0;
  if (capacity > INT32_MAX) capacity = INT32_MAX;
  UErrorCode status = U_ZERO_ERROR;
  int32_t needed = 0;
  u_strToUTF8WithSub((char *)out, (int32_t)capacity, &needed, units, length, 0xFFFD, NULL, &status);
  if (status == U_BUFFER_OVERFLOW_ERROR) return needed;
  return error_take(error, status) ? 0 : needed;
}
