#include "internal.h"

#include <unicode/uchar.h>
#include <unicode/uenum.h>
#include <unicode/ustring.h>
#include <unicode/utf16.h>
#include <unicode/utrans.h>

// ICU edits the text in place, moving the rest at each change, which takes time in the square of the length. Text
// longer than this many UTF-16 units is therefore cut, and rules see no context across a cut: after the last line
// feed in the second half of the piece, else after its last white space, else before its last character that does
// not combine with the one before it, else between any two code points.
const int32_t cicu_transform_piece = 4096;

// cicu_transform is never defined: a pointer to it is ICU's pointer under another type.
static UTransliterator *icu(const cicu_transform *transform) { return (UTransliterator *)transform; }

static cicu_transform *open_transform(const utf16 *identifier, const utf16 *rules, bool reverse, cicu_error *error) {
  UErrorCode status = U_ZERO_ERROR;
  UParseError parse;
  memset(&parse, 0, sizeof parse);
  parse.offset = -1;
  UTransliterator *handle =
      utrans_openU(identifier->units, identifier->length, reverse ? UTRANS_REVERSE : UTRANS_FORWARD,
                   rules == NULL ? NULL : rules->units, rules == NULL ? 0 : rules->length, &parse, &status);
  if (U_SUCCESS(status) && handle == NULL) status = U_MEMORY_ALLOCATION_ERROR;
  if (U_FAILURE(status) && handle != NULL) {
    utrans_close(handle);
    handle = NULL;
  }
  error_take_parse(error, status, &parse);
  return (cicu_transform *)handle;
}

cicu_transform *cicu_transform_open(const uint8_t *identifier, int64_t identifier_length, bool reverse,
                                    cicu_error *error) {
  error_reset(error);
  utf16 units;
  utf16_init(&units);
  cicu_transform *transform = NULL;
  if (utf16_from_utf8(&units, identifier, identifier_length, error)) {
    transform = open_transform(&units, NULL, reverse, error);
  }
  utf16_free(&units);
  return transform;
}

cicu_transform *cicu_transform_open_rules(const uint8_t *name, int64_t name_length, const uint8_t *rules,
                                          int64_t rules_length, bool reverse, cicu_error *error) {
  error_reset(error);
  utf16 name_units, rule_units;
  utf16_init(&name_units);
  utf16_init(&rule_units);
  cicu_transform *transform = NULL;
  if (utf16_from_utf8(&name_units, name, name_length, error) &&
      utf16_from_utf8(&rule_units, rules, rules_length, error)) {
    transform = open_transform(&name_units, &rule_units, reverse, error);
  }
  utf16_free(&name_units);
  utf16_free(&rule_units);
  return transform;
}

cicu_transform *cicu_transform_clone(const cicu_transform *transform, cicu_error *error) {
  error_reset(error);
  UErrorCode status = U_ZERO_ERROR;
  UTransliterator *handle = utrans_clone(icu(transform), &status);
  if (U_SUCCESS(status) && handle == NULL) status = U_MEMORY_ALLOCATION_ERROR;
  error_take(error, status);
  return (cicu_transform *)handle;
}

void cicu_transform_close(cicu_transform *transform) { utrans_close(icu(transform)); }

static int32_t piece_length(const UNormalizer2 *nfc, const UChar *units, int32_t length) {
  if (length <= cicu_transform_piece) return length;
  int32_t least = cicu_transform_piece / 2;
  for (int32_t end = cicu_transform_piece; end > least; end--) {
    if (units[end - 1] == '\n') return end;
  }
  // White space is in the Basic Multilingual Plane, and no surrogate is white space.
  for (int32_t end = cicu_transform_piece; end > least; end--) {
    if (u_isUWhiteSpace(units[end - 1])) return end;
  }
  for (int32_t end = cicu_transform_piece; end > least; end--) {
    U16_SET_CP_START(units, 0, end);
    UChar32 scalar;
    U16_GET(units, 0, end, length, scalar);
    if (unorm2_hasBoundaryBefore(nfc, scalar)) return end;
  }
  int32_t end = cicu_transform_piece;
  U16_SET_CP_START(units, 0, end);
  return end;
}

static void append_transformed(cicu_transform *transform, const UChar *units, int32_t length, utf16 *result,
                               UErrorCode *status) {
  int64_t room = (int64_t)length * 2 + 64;
  for (int attempt = 0; attempt < 2; attempt++) {
    if (!utf16_reserve(result, room, status)) return;
    UChar *place = result->units + result->length;
    memcpy(place, units, (size_t)length * sizeof(UChar));
    int32_t written = length;
    int32_t limit = length;
    utrans_transUChars(icu(transform), place, &written, result->capacity - result->length, 0, &limit, status);
    if (*status == U_BUFFER_OVERFLOW_ERROR && attempt == 0) {
      *status = U_ZERO_ERROR;
      room = written;
      continue;
    }
    if (U_SUCCESS(*status)) result->length += written;
    return;
  }
}

int64_t cicu_transform_apply(cicu_transform *transform, const uint8_t *text, int64_t length, uint8_t *out,
                             int64_t capacity, cicu_error *error) {
  error_reset(error);
  utf16 source, result;
  utf16_init(&source);
  utf16_init(&result);
  int64_t written = 0;
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *nfc = unorm2_getNFCInstance(&status);
  if (!error_take(error, status) && utf16_from_utf8(&source, text, length, error)) {
    for (int32_t start = 0; start < source.length && U_SUCCESS(status);) {
      int32_t piece = piece_length(nfc, source.units + start, source.length - start);
      append_transformed(transform, source.units + start, piece, &result, &status);
      start += piece;
    }
    if (!error_take(error, status)) written = utf16_to_utf8(result.units, result.length, out, capacity, error);
  }
  utf16_free(&source);
  utf16_free(&result);
  return written;
}

int64_t cicu_transform_identifier(const cicu_transform *transform, uint8_t *out, int64_t capacity,
                                  cicu_error *error) {
  error_reset(error);
  int32_t length = 0;
  const UChar *identifier = utrans_getUnicodeID(icu(transform), &length);
  return identifier == NULL ? 0 : utf16_to_utf8(identifier, length, out, capacity, error);
}

int64_t cicu_transform_rules(const cicu_transform *transform, bool escape_unprintable, uint8_t *out,
                             int64_t capacity, cicu_error *error) {
  error_reset(error);
  utf16 rules;
  utf16_init(&rules);
  UErrorCode status = U_ZERO_ERROR;
  int32_t length = utrans_toRules(icu(transform), escape_unprintable, rules.units, rules.capacity, &status);
  if (status == U_BUFFER_OVERFLOW_ERROR) {
    status = U_ZERO_ERROR;
    if (utf16_reserve(&rules, length, &status)) {
      length = utrans_toRules(icu(transform), escape_unprintable, rules.units, rules.capacity, &status);
    }
  }
  int64_t written = error_take(error, status) ? 0 : utf16_to_utf8(rules.units, length, out, capacity, error);
  utf16_free(&rules);
  return written;
}

int64_t cicu_transform_identifiers(uint8_t *out, int64_t capacity, cicu_error *error) {
  error_reset(error);
  UErrorCode status = U_ZERO_ERROR;
  UEnumeration *identifiers = utrans_openIDs(&status);
  if (error_take(error, status)) return 0;
  int64_t total = 0;
  int32_t length = 0;
  const char *identifier;
  while ((identifier = uenum_next(identifiers, &length, &status)) != NULL) {
    if (total + length + 1 <= capacity) {
      memcpy(out + total, identifier, (size_t)length);
      out[total + length] = '\n';
    }
    total += length + 1;
  }
  uenum_close(identifiers);
  return error_take(error, status) ? 0 : total;
}
