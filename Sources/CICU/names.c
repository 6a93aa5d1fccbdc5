#include "internal.h"

#include <unicode/udisplaycontext.h>
#include <unicode/uldnames.h>
#include <unicode/ures.h>

static ULocaleDisplayNames *icu(const cicu_names *names) { return (ULocaleDisplayNames *)names; }

// Where ICU has nothing for a locale it answers in the process's default locale, so that results would depend on the
// environment. The bundle of language names says whether there is anything.
static void require_names(const char *locale, UErrorCode *status) {
  UResourceBundle *bundle = ures_open(U_ICUDATA_NAME "-lang", locale, status);
  if (U_SUCCESS(*status) && *status == U_USING_DEFAULT_WARNING && strcmp(locale, "root") != 0) {
    *status = U_MISSING_RESOURCE_ERROR;
  }
  ures_close(bundle);
}

cicu_names *cicu_names_open(const uint8_t *locale, int64_t locale_length, cicu_error *error) {
  error_reset(error);
  char identifier[LOCALE_CAPACITY];
  if (!locale_identifier(locale, locale_length, identifier, error)) return NULL;
  UErrorCode status = U_ZERO_ERROR;
  require_names(identifier, &status);
  if (error_take(error, status)) return NULL;
  status = U_ZERO_ERROR;
  UDisplayContext contexts[] = {UDISPCTX_STANDARD_NAMES, UDISPCTX_CAPITALIZATION_NONE, UDISPCTX_LENGTH_FULL,
                                UDISPCTX_NO_SUBSTITUTE};
  ULocaleDisplayNames *handle =
      uldn_openForContext(identifier, contexts, (int32_t)(sizeof contexts / sizeof contexts[0]), &status);
  if (U_SUCCESS(status) && handle == NULL) status = U_MEMORY_ALLOCATION_ERROR;
  error_take(error, status);
  return (cicu_names *)handle;
}

void cicu_names_close(cicu_names *names) { uldn_close(icu(names)); }

static int32_t find(const cicu_names *names, int32_t kind, const char *code, UChar *out, int32_t capacity,
                    UErrorCode *status) {
  switch (kind) {
    case CICU_NAME_REGION: return uldn_regionDisplayName(icu(names), code, out, capacity, status);
    case CICU_NAME_LANGUAGE: return uldn_languageDisplayName(icu(names), code, out, capacity, status);
    case CICU_NAME_SCRIPT: return uldn_scriptDisplayName(icu(names), code, out, capacity, status);
    case CICU_NAME_LOCALE: return uldn_localeDisplayName(icu(names), code, out, capacity, status);
    default: *status = U_INTERNAL_PROGRAM_ERROR; return 0;
  }
}

int64_t cicu_names_find(const cicu_names *names, int32_t kind, const uint8_t *code, int64_t code_length,
                        uint8_t *out, int64_t capacity, cicu_error *error) {
  error_reset(error);
  char copy[LOCALE_CAPACITY];
  if (!copy_code(code, code_length, copy, LOCALE_CAPACITY)) return 0;
  utf16 name;
  utf16_init(&name);
  UErrorCode status = U_ZERO_ERROR;
  int32_t length = find(names, kind, copy, name.units, name.capacity, &status);
  if (status == U_BUFFER_OVERFLOW_ERROR) {
    status = U_ZERO_ERROR;
    if (utf16_reserve(&name, length, &status)) {
      length = find(names, kind, copy, name.units, name.capacity, &status);
    }
  }
  int64_t written = 0;
  // U_ILLEGAL_ARGUMENT_ERROR is how ICU says that it has no name (UDISPCTX_NO_SUBSTITUTE).
  if (status != U_ILLEGAL_ARGUMENT_ERROR && !error_take(error, status)) {
    written = utf16_to_utf8(name.units, length, out, capacity, error);
  }
  utf16_free(&name);
  return written;
}
