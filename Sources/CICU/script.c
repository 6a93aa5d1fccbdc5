#include "internal.h"

#include <unicode/uchar.h>
#include <unicode/uloc.h>
#include <unicode/uscript.h>

int32_t cicu_script_count(void) { return u_getIntPropertyMaxValue(UCHAR_SCRIPT) + 1; }

uint32_t cicu_script_code(int32_t script) {
  const char *code = uscript_getShortName((UScriptCode)script);
  if (code == NULL || strlen(code) != 4) return 0;
  return (uint32_t)(uint8_t)code[0] << 24 | (uint32_t)(uint8_t)code[1] << 16 | (uint32_t)(uint8_t)code[2] << 8 |
         (uint32_t)(uint8_t)code[3];
}

int32_t cicu_script_of_code(uint32_t code) {
  const char name[5] = {(char)(code >> 24), (char)(code >> 16), (char)(code >> 8), (char)code, 0};
  // Looks names up loosely and knows aliases such as Qaai for Zinh.
  int32_t script = u_getPropertyValueEnum(UCHAR_SCRIPT, name);
  return script == UCHAR_INVALID_CODE ? -1 : script;
}

const char *cicu_script_name(int32_t script) { return uscript_getName((UScriptCode)script); }

int32_t cicu_script(uint32_t scalar) {
  UErrorCode status = U_ZERO_ERROR;
  int32_t script = uscript_getScript((UChar32)scalar, &status);
  return U_SUCCESS(status) ? script : USCRIPT_UNKNOWN;
}

bool cicu_has_script(uint32_t scalar, int32_t script) {
  return uscript_hasScript((UChar32)scalar, (UScriptCode)script);
}

int32_t cicu_script_extensions(uint32_t scalar, int32_t *scripts, int32_t capacity) {
  _Static_assert(sizeof(UScriptCode) == sizeof(int32_t), "UScriptCode is an int32_t");
  UErrorCode status = U_ZERO_ERROR;
  return uscript_getScriptExtensions((UChar32)scalar, (UScriptCode *)scripts, capacity, &status);
}

int32_t cicu_likely_script(const uint8_t *tag, int64_t length, cicu_error *error) {
  error_reset(error);
  char locale[LOCALE_CAPACITY];
  if (!locale_identifier(tag, length, locale, error)) return -1;
  char likely[ULOC_FULLNAME_CAPACITY];
  char script[ULOC_SCRIPT_CAPACITY];
  UErrorCode status = U_ZERO_ERROR;
  uloc_addLikelySubtags(locale, likely, (int32_t)sizeof likely, &status);
  int32_t written = U_FAILURE(status) ? 0 : uloc_getScript(likely, script, (int32_t)sizeof script, &status);
  if (error_take(error, status)) return -1;
  if (written != 4 || status == U_STRING_NOT_TERMINATED_WARNING) return -1;
  int32_t value = u_getPropertyValueEnum(UCHAR_SCRIPT, script);
  return value == UCHAR_INVALID_CODE ? -1 : value;
}

bool cicu_is_combining_mark(uint32_t scalar) {
  int8_t category = u_charType((UChar32)scalar);
  return category == U_NON_SPACING_MARK || category == U_ENCLOSING_MARK;
}

int32_t cicu_bracket_type(uint32_t scalar) {
  return u_getIntPropertyValue((UChar32)scalar, UCHAR_BIDI_PAIRED_BRACKET_TYPE);
}

uint32_t cicu_paired_bracket(uint32_t scalar) { return (uint32_t)u_getBidiPairedBracket((UChar32)scalar); }
