// Finds where the fields of delimited text end, 64 bytes at a time.
//
// What it takes for a field is what libcsv takes for one in strict mode with no byte counted as a space; text on which
// the two could differ is marked irregular and is for libcsv to judge. See field_index.c for how it works.
#ifndef C_FIELD_INDEX_H
#define C_FIELD_INDEX_H

#include <stddef.h>
#include <stdint.h>

// Room that field_index_scan needs in `ends` beyond one entry per byte.
enum { FIELD_INDEX_SLACK = 16 };

enum {
  // A byte that is not ASCII.
  FIELD_INDEX_NOT_ASCII = 1,
  FIELD_INDEX_ZERO_BYTE = 2,
  FIELD_INDEX_QUOTE = 4,
  // A carriage return, inside quotes or outside.
  FIELD_INDEX_RETURN = 8,
  // A quote inside a field that did not begin with one, or text after a closing quote.
  FIELD_INDEX_IRREGULAR_QUOTE = 16,
  // A carriage return outside quotes without a line feed behind it: it ends a record, which the index does not see.
  FIELD_INDEX_LONE_RETURN = 32,
  // A delimiter inside quotes.
  FIELD_INDEX_QUOTED_DELIMITER = 64,
};

// Which of the implementations runs.
typedef enum {
  FIELD_INDEX_PORTABLE = 0,
  FIELD_INDEX_AVX2 = 1,
} field_index_path;

// What one piece of text hands on to the piece behind it.
typedef struct {
  // All ones while a quote is open, else zero.
  uint64_t open_quote;
  // Bit 0 is set where the last byte allows a field to begin: a delimiter or line feed outside quotes, or the start.
  uint64_t after_end;
  // Bit 0 is set where the last byte was a closing quote.
  uint64_t after_close;
  // Bit 0 is set where the last byte was a carriage return outside quotes.
  uint64_t after_return;
  // FIELD_INDEX_… of all pieces so far.
  uint32_t flags;
  // Line feeds outside quotes, and all field ends, of all pieces so far.
  size_t record_ends;
  size_t field_ends;
} field_index_state;

// The state at the start of a record.
field_index_state field_index_start(void);

// Writes the offset of every delimiter and line feed that stands outside quotes to `ends`, in order, each plus `base`;
// returns how many. `ends` has room for `count` + FIELD_INDEX_SLACK entries. base + count stays below 2^32.
size_t field_index_scan(
    field_index_path path, const uint8_t *bytes, size_t count, uint8_t delimiter, uint32_t base,
    field_index_state *state, uint32_t *ends);

// The text ends here: flags what is left open (a carriage return; an open quote is seen in the state).
void field_index_finish(field_index_state *state);

// How often `byte` stands among the bytes.
size_t field_index_count(field_index_path path, const uint8_t *bytes, size_t count, uint8_t byte);

// Physical lines that end among the bytes: CR, LF and CR LF each end one. The byte before the first is no CR.
size_t field_index_line_ends(field_index_path path, const uint8_t *bytes, size_t count);

enum { FIELD_KEYS_HEAD = 16 };

// A key in the table: its bytes begin at `start` among the bytes of all keys. The first FIELD_KEYS_HEAD, with zeros behind
// a shorter one, stand here as well, so that most keys are compared without going there.
typedef struct {
  size_t start;
  size_t count;
  uint64_t head[FIELD_KEYS_HEAD / 8];
} field_keys_entry;

// The entry of a key of which FIELD_KEYS_SLACK bytes can be read.
field_keys_entry field_keys_entry_of(const uint8_t *bytes, size_t count, size_t start);

// Keys that are known, by their hash (open addressing): a slot holds the upper half of the hash above the number of the key
// plus 1; 0 is free. The number of slots is a power of two.
typedef struct {
  const uint64_t *slots;
  // Slots less one.
  size_t mask;
  const field_keys_entry *entries;
  // FIELD_KEYS_SLACK bytes can be read behind the last key.
  const uint8_t *bytes;
} field_keys_table;

// Records, and columns of them, `first` to `last`, from 0: those whose bytes with all between are the key, or the one to be read.
typedef struct {
  // FIELD_KEYS_SLACK bytes can be read behind it.
  const uint8_t *text;
  // Ends of all fields; entry −1 is the end of the record before, all ones where there is none.
  const uint32_t *ends;
  size_t field_count;
  size_t first;
  size_t last;
  // The last column ends a record, before which a carriage return may stand.
  _Bool trims_return;
} field_chunk;

enum { FIELD_KEYS_SLACK = 64 };

// The hash of a key; FIELD_KEYS_SLACK bytes can be read from its start on. Each path has its own.
uint64_t field_keys_hash(field_index_path path, const uint8_t *bytes, size_t count);

// Writes the numbers of the keys of the records `from` to `rows` until one is new; returns that record, else `rows`.
size_t field_keys_find(
    field_index_path path, const field_keys_table *table, const field_chunk *chunk, size_t from, size_t rows,
    uint32_t *ids);

// The key of one record: its bytes begin at `start` in a text behind which FIELD_KEYS_SLACK bytes can be read.
typedef struct {
  uint32_t start;
  uint32_t count;
  uint64_t hash;
} field_keys_row;

// Writes the numbers of the keys of the rows order[from], order[from + 1], … to their places in `ids`, until one is new;
// returns its place in `order`, else `count`.
size_t field_keys_find_rows(
    field_index_path path, const field_keys_table *table, const uint8_t *text, const field_keys_row *rows,
    const uint32_t *order, size_t from, size_t count, uint32_t *ids);

// Reads the column `first` of the records as whole numbers of one to eight digits, in quotes or not: the value of each, and −1
// for every other cell, whose records are written to `others`, in order; returns how many those are. `values` and `others`
// have room for `rows` entries.
size_t field_digits(
    field_index_path path, const field_chunk *chunk, size_t rows, int64_t *values, uint32_t *others);

// Asks for the memory at `address`, which will be needed soon.
static inline void field_index_prefetch(const void *address) { __builtin_prefetch(address); }

// The best path that this processor has.
field_index_path field_index_best_path(void);

#endif
