// The portable path of reading a column of whole numbers, and the choice between both.
#include "digits.h"
#include "paths.h"

size_t field_digits_portable(const field_chunk *chunk, size_t from, size_t rows, int64_t *values, uint32_t *others) {
  size_t found = 0;
  for (size_t row = from; row < rows; row++) {
    values[row] = digits_value(digits_field_of(chunk, row, chunk->trims_return));
    if (values[row] < 0) others[found++] = (uint32_t)row;
  }
  return found;
}

size_t field_digits(
    field_index_path path, const field_chunk *chunk, size_t rows, int64_t *values, uint32_t *others) {
#if defined(__x86_64__)
  if (path != FIELD_INDEX_PORTABLE) return field_digits_avx2(chunk, rows, values, others);
#endif
  (void)path;
  return field_digits_portable(chunk, 0, rows, values, others);
}
