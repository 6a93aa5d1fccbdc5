#include "internal.h"

#include <unicode/uloc.h>

bool copy_code(const uint8_t *code, int64_t length, char *copy, int32_t capacity) {
  if (length <= 0 || length >= capacity) return false;
  for (int64_t i = 0; i < length; i++) {
    uint8_t byte = code[i];
    bool allowed = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9') ||
                   byte == '-' || byte == '_';
    if (!allowed) return false;
    copy[i] = (char)byte;
  }
  copy[length] = 0;
  return true;
}

bool locale_identifier(const uint8_t *tag, int64_t length, char locale[LOCALE_CAPACITY], cicu_error *error) {
  char copy[LOCALE_CAPACITY];
  if (length == 0) {
    memcpy(locale, "root", 5);
    return true;
  }
  if (!copy_code(tag, length, copy, LOCALE_CAPACITY)) {
    error_take(error, U_ILLEGAL_ARGUMENT_ERROR);
    return false;
  }
  UErrorCode status = U_ZERO_ERROR;
  int32_t parsed = 0;
  int32_t written = uloc_forLanguageTag(copy, locale, LOCALE_CAPACITY, &parsed, &status);
  if (U_FAILURE(status) || parsed != length) {
    // Not BCP 47, so an ICU identifier such as sr_Latn_RS.
    status = U_ZERO_ERROR;
    written = uloc_canonicalize(copy, locale, LOCALE_CAPACITY, &status);
  }
  if (U_SUCCESS(status) && written >= LOCALE_CAPACITY) status = U_ILLEGAL_ARGUMENT_ERROR;
  if (error_take(error, status)) return false;
  if (written == 0 || strcmp(locale, "und") == 0) memcpy(locale, "root", 5);
  return true;
}
