// The implementations that field_index.c chooses from.
#ifndef C_FIELD_INDEX_PATHS_H
#define C_FIELD_INDEX_PATHS_H

#include "CFieldIndex.h"

size_t field_index_scan_portable(
    const uint8_t *bytes, size_t count, uint8_t delimiter, uint32_t base, field_index_state *state, uint32_t *ends);
size_t field_index_count_portable(const uint8_t *bytes, size_t count, uint8_t byte);
size_t field_index_line_ends_portable(const uint8_t *bytes, size_t count);
size_t field_digits_portable(const field_chunk *chunk, size_t from, size_t rows, int64_t *values, uint32_t *others);

#if defined(__x86_64__)
size_t field_index_scan_avx2(
    const uint8_t *bytes, size_t count, uint8_t delimiter, uint32_t base, field_index_state *state, uint32_t *ends);
size_t field_index_count_avx2(const uint8_t *bytes, size_t count, uint8_t byte);
size_t field_index_line_ends_avx2(const uint8_t *bytes, size_t count);
size_t field_digits_avx2(const field_chunk *chunk, size_t rows, int64_t *values, uint32_t *others);
uint64_t field_keys_hash_avx2(const uint8_t *bytes, size_t count);
size_t field_keys_find_avx2(
    const field_keys_table *table, const field_chunk *chunk, size_t from, size_t rows, uint32_t *ids);
size_t field_keys_find_rows_avx2(
    const field_keys_table *table, const uint8_t *text, const field_keys_row *rows, const uint32_t *order, size_t from,
    size_t count, uint32_t *ids);
#endif

#endif
