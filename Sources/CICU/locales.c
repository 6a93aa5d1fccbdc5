#include "internal.h"

#include <unicode/uloc.h>
#include <unicode/ures.h>
#include <unicode/ustring.h>

// Appends one line, if it has room; counts it in any case. `total` is what the lines before need, so that the copy
// stays below the capacity: total + length + 1 <= capacity.
static int64_t append_line(uint8_t *out, int64_t capacity, int64_t total, const char *text, int64_t length) {
  if (total + length + 1 <= capacity) {
    memcpy(out + total, text, (size_t)length);
    out[total + length] = '\n';
  }
  return total + length + 1;
}

int64_t cicu_locales(uint8_t *out, int64_t capacity) {
  int64_t total = append_line(out, capacity, 0, "root", 4);
  int32_t count = uloc_countAvailable();
  for (int32_t i = 0; i < count; i++) {
    const char *locale = uloc_getAvailable(i);
    total = append_line(out, capacity, total, locale, (int64_t)strlen(locale));
  }
  return total;
}

typedef struct place {
  const char *package;
  const char *table;
} place;

// Where ICU keeps names; false if there is no such kind.
static bool find_place(int32_t kind, place *where) {
  switch (kind) {
    case CICU_OWN_TERRITORIES: *where = (place){U_ICUDATA_NAME "-region", "Countries"}; return true;
    case CICU_OWN_SHORT_TERRITORIES: *where = (place){U_ICUDATA_NAME "-region", "Countries%short"}; return true;
    case CICU_OWN_OTHER_TERRITORIES: *where = (place){U_ICUDATA_NAME "-region", "Countries%variant"}; return true;
    case CICU_OWN_LANGUAGES: *where = (place){U_ICUDATA_NAME "-lang", "Languages"}; return true;
    case CICU_OWN_SHORT_LANGUAGES: *where = (place){U_ICUDATA_NAME "-lang", "Languages%short"}; return true;
    case CICU_OWN_OTHER_LANGUAGES: *where = (place){U_ICUDATA_NAME "-lang", "Languages%variant"}; return true;
    case CICU_OWN_CITIES: *where = (place){U_ICUDATA_NAME "-zone", "zoneStrings"}; return true;
    default: return false;
  }
}

// The text of an entry: its own, or the exemplar city of a zone's entry. NULL where there is none.
static const UChar *entry_text(const UResourceBundle *entry, int32_t *length) {
  UErrorCode status = U_ZERO_ERROR;
  const UChar *text = NULL;
  switch (ures_getType(entry)) {
    case URES_STRING: text = ures_getString(entry, length, &status); break;
    case URES_TABLE: text = ures_getStringByKey(entry, "ec", length, &status); break;
    default: break;
  }
  return U_SUCCESS(status) ? text : NULL;
}

int64_t cicu_own_names(int32_t kind, const uint8_t *locale, int64_t locale_length, uint8_t *out, int64_t capacity,
                       cicu_error *error) {
  error_reset(error);
  char identifier[LOCALE_CAPACITY];
  place where;
  if (!copy_code(locale, locale_length, identifier, LOCALE_CAPACITY) || !find_place(kind, &where)) {
    error_take(error, U_ILLEGAL_ARGUMENT_ERROR);
    return 0;
  }
  UErrorCode status = U_ZERO_ERROR;
  // Opened directly, a bundle has what the locale says itself: nothing of its parents, root or the default locale.
  UResourceBundle *bundle = ures_openDirect(where.package, identifier, &status);
  UResourceBundle *table = ures_getByKey(bundle, where.table, NULL, &status);
  if (status == U_MISSING_RESOURCE_ERROR) {
    ures_close(table);
    ures_close(bundle);
    return 0;
  }
  UResourceBundle *entry = NULL;
  utf16 line;
  utf16_init(&line);
  int64_t total = 0;
  while (U_SUCCESS(status) && ures_hasNext(table)) {
    entry = ures_getNextResource(table, entry, &status);
    if (U_FAILURE(status)) break;
    const char *key = ures_getKey(entry);
    int32_t length = 0;
    const UChar *text = entry_text(entry, &length);
    if (key == NULL || text == NULL) continue;
    line.length = 0;
    // Keys are invariant ASCII, so that each char is a unit.
    for (const char *at = key; *at != 0; at++) utf16_append_scalar(&line, (UChar32)(unsigned char)*at, &status);
    utf16_append_scalar(&line, '\t', &status);
    utf16_append(&line, text, length, &status);
    utf16_append_scalar(&line, '\n', &status);
    if (U_FAILURE(status)) break;
    int64_t room = total < capacity ? capacity - total : 0;
    // With no room left the address stays inside the buffer and nothing is written to it.
    total += utf16_to_utf8(line.units, line.length, out + (room > 0 ? total : 0), room, error);
    if (error->code > 0) break;
  }
  utf16_free(&line);
  ures_close(entry);
  ures_close(table);
  ures_close(bundle);
  return error->code > 0 || error_take(error, status) ? 0 : total;
}
