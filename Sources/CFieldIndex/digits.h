// Reading a column of whole numbers: what both paths share.
#ifndef C_FIELD_INDEX_DIGITS_H
#define C_FIELD_INDEX_DIGITS_H

#include "CFieldIndex.h"

// A field without its quotes.
typedef struct {
  const uint8_t *start;
  size_t count;
} digits_field;

static inline __attribute__((always_inline)) digits_field digits_field_of(
    const field_chunk *chunk, size_t row, unsigned trims) {
  const uint32_t *ends = chunk->ends + row * chunk->field_count + chunk->first;
  size_t start = (uint32_t)(ends[-1] + 1);
  size_t end = ends[0];
  if (trims && end > start && chunk->text[end - 1] == '\r') end--;
  // In regular text a field that begins with a quote ends with one.
  size_t quote = chunk->text[start] == '"' && end > start;
  digits_field field = {chunk->text + start + quote, end - start - 2 * quote};
  return field;
}

// One to eight digits, or −1. Eight bytes are loaded whatever the length, and those behind the field shifted out; the digits
// then stand at the upper end with zeros before them, and three multiplications add them up pair by pair.
static inline int64_t digits_value(digits_field field) {
  if (field.count - 1 >= 8) return -1;
  uint64_t loaded = 0;
  for (unsigned i = 0; i < 8; i++) loaded |= (uint64_t)field.start[i] << 8 * i;
  unsigned shift = 64 - 8 * (unsigned)field.count;
  uint64_t digits = loaded << shift ^ (uint64_t)0x3030303030303030 << shift;
  // A byte above 9 shows in its own upper bit, or in that of the sum.
  if (((digits + 0x7676767676767676) | digits) & 0x8080808080808080) return -1;
  uint64_t pairs = digits * 2561 >> 8 & 0x00FF00FF00FF00FF;
  uint64_t fours = pairs * 6553601 >> 16 & 0x0000FFFF0000FFFF;
  return (int64_t)(fours * 42949672960001 >> 32);
}

#endif
