#include "internal.h"

#include <unicode/ustring.h>

const int32_t cicu_error_invalid_character = U_INVALID_CHAR_FOUND;
const int32_t cicu_error_input_too_long = U_INPUT_TOO_LONG_ERROR;
const int32_t cicu_error_invalid_identifier = U_INVALID_ID;
const int32_t cicu_error_illegal_argument = U_ILLEGAL_ARGUMENT_ERROR;
const int32_t cicu_error_missing_resource = U_MISSING_RESOURCE_ERROR;
const int32_t cicu_error_out_of_memory = U_MEMORY_ALLOCATION_ERROR;

void error_reset(cicu_error *error) {
  memset(error, 0, sizeof *error);
  error->name = "U_ZERO_ERROR";
  error->offset = -1;
}

bool error_take(cicu_error *error, UErrorCode status) {
  if (U_SUCCESS(status)) return false;
  error->code = status;
  error->name = u_errorName(status);
  return true;
}

// A parse context has at most U_PARSE_CONTEXT_LEN (16) units, so at most 45 bytes of UTF-8 before its NUL.
static int32_t copy_context(const UChar *context, char *out) {
  int32_t units = 0;
  while (units < U_PARSE_CONTEXT_LEN && context[units] != 0) units++;
  int32_t length = 0;
  UErrorCode status = U_ZERO_ERROR;
  u_strToUTF8WithSub(out, CICU_CONTEXT_CAPACITY, &length, context, units, 0xFFFD, NULL, &status);
  return U_SUCCESS(status) ? length : 0;
}

void error_take_parse(cicu_error *error, UErrorCode status, const UParseError *parse) {
  if (!error_take(error, status)) return;
  error->line = parse->line > 0 ? parse->line : 0;
  error->offset = parse->offset >= 0 ? parse->offset : -1;
  error->before_length = copy_context(parse->preContext, error->before);
  error->after_length = copy_context(parse->postContext, error->after);
}
