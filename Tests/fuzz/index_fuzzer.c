// Holds the index equal to libcsv: on every text that the index calls regular, libcsv must find no error, and both the same
// records and the same fields, byte for byte. Every path of the index, at every cut that the input asks for.
//
//   make fuzz [MINUTES=6]      at the top of the repository; a failure is written to Tests/fuzz/failures/
//
// Input: one byte for the delimiter, one for the size of the pieces that the index gets, then the text.
#include <csv.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "CFieldIndex.h"

typedef struct {
  uint8_t *bytes;
  size_t count, room;
} buffer;

static void put(buffer *target, const void *bytes, size_t count) {
  if (target->count + count > target->room) {
    target->room = 2 * (target->count + count) + 64;
    target->bytes = realloc(target->bytes, target->room);
    if (!target->bytes) abort();
  }
  memcpy(target->bytes + target->count, bytes, count);
  target->count += count;
}

// Fields and record ends are written one after the other in a form that no two readings share: length, bytes; all ones.
static void put_field(buffer *target, const void *bytes, size_t count) {
  put(target, &count, sizeof count);
  if (count) put(target, bytes, count);
}

static void put_end(buffer *target) {
  size_t mark = SIZE_MAX;
  put(target, &mark, sizeof mark);
}

static void take_field(void *bytes, size_t count, void *target) { put_field(target, bytes, count); }
static void take_end(int terminator, void *target) {
  (void)terminator;
  put_end(target);
}
static int no_space(unsigned char byte) {
  (void)byte;
  return 0;
}

static int parse(const uint8_t *text, size_t count, uint8_t delimiter, buffer *found) {
  struct csv_parser parser;
  if (csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI)) abort();
  csv_set_delim(&parser, delimiter);
  csv_set_space_func(&parser, no_space);
  int fine = csv_parse(&parser, text, count, take_field, take_end, found) == count &&
             csv_fini(&parser, take_field, take_end, found) == 0;
  csv_free(&parser);
  return fine;
}

static void put_unescaped(buffer *target, const uint8_t *field, size_t count) {
  if (count < 2 || field[0] != '"') return put_field(target, field, count);
  buffer inner = {0};
  for (size_t i = 1; i + 1 < count; i++) {
    put(&inner, field + i, 1);
    if (field[i] == '"') i++;
  }
  put_field(target, inner.bytes, inner.count);
  free(inner.bytes);
}

// False where the text is not regular, or not whole.
static int scan(
    field_index_path path, const uint8_t *text, size_t count, uint8_t delimiter, size_t piece, buffer *found) {
  uint32_t *ends = malloc((count + FIELD_INDEX_SLACK) * sizeof *ends);
  if (!ends) abort();
  field_index_state state = field_index_start();
  size_t fields = 0;
  for (size_t offset = 0; offset < count; offset += piece) {
    size_t size = count - offset < piece ? count - offset : piece;
    fields += field_index_scan(path, text + offset, size, delimiter, (uint32_t)offset, &state, ends + fields);
  }
  field_index_finish(&state);
  int regular = !state.open_quote &&
                !(state.flags & (FIELD_INDEX_IRREGULAR_QUOTE | FIELD_INDEX_LONE_RETURN | FIELD_INDEX_ZERO_BYTE));
  size_t start = 0, in_record = 0;
  for (size_t i = 0; regular && i < fields; i++) {
    int ends_record = text[ends[i]] == '\n';
    size_t end = ends[i];
    if (ends_record && end > start && text[end - 1] == '\r') end--;
    // A blank line is no record, and libcsv passes over it.
    if (!(ends_record && in_record == 0 && end == start)) {
      put_unescaped(found, text + start, end - start);
      if (ends_record) put_end(found);
    }
    in_record = ends_record ? 0 : in_record + 1;
    start = ends[i] + 1;
  }
  free(ends);
  return regular;
}

int LLVMFuzzerTestOneInput(const uint8_t *input, size_t count) {
  if (count < 2) return 0;
  uint8_t delimiter = (uint8_t[]){',', ';', '\t'}[input[0] % 3];
  size_t piece = input[1] % 100 ? input[1] % 100 : SIZE_MAX / 2;
  // The hot path always ends a block with a line feed.
  size_t size = count - 2;
  uint8_t *text = malloc(size + 1);
  if (!text) abort();
  memcpy(text, input + 2, size);
  if (size == 0 || text[size - 1] != '\n') text[size++] = '\n';
  for (int path = FIELD_INDEX_PORTABLE; path <= (int)field_index_best_path(); path++) {
    buffer expected = {0}, found = {0};
    if (scan((field_index_path)path, text, size, delimiter, piece, &found)) {
      if (!parse(text, size, delimiter, &expected)) {
        fprintf(stderr, "libcsv refuses what path %d calls regular\n", path);
        abort();
      }
      if (expected.count != found.count || memcmp(expected.bytes, found.bytes, found.count)) {
        fprintf(stderr, "path %d finds other fields than libcsv\n", path);
        abort();
      }
    }
    free(expected.bytes);
    free(found.bytes);
  }
  free(text);
  return 0;
}
