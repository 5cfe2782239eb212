// The portable path of looking up keys, and the choice between both.
#include "long_keys.h"
#include "paths.h"

#define KEY_INLINE static inline
#define key_hash long_key_hash
#define key_equal long_key_equal
#include "keys.h"

field_keys_entry field_keys_entry_of(const uint8_t *bytes, size_t count, size_t start) {
  field_keys_entry entry = {start, count, {0}};
  key_head(bytes, count, entry.head);
  return entry;
}

uint64_t field_keys_hash(field_index_path path, const uint8_t *bytes, size_t count) {
#if defined(__x86_64__)
  if (path == FIELD_INDEX_AVX2) return field_keys_hash_avx2(bytes, count);
#endif
  (void)path;
  return key_hash(bytes, count);
}

size_t field_keys_find(
    field_index_path path, const field_keys_table *table, const field_chunk *chunk, size_t from, size_t rows,
    uint32_t *ids) {
#if defined(__x86_64__)
  if (path == FIELD_INDEX_AVX2) return field_keys_find_avx2(table, chunk, from, rows, ids);
#endif
  (void)path;
  return keys_find(table, chunk, from, rows, ids);
}

size_t field_keys_find_rows(
    field_index_path path, const field_keys_table *table, const uint8_t *text, const field_keys_row *rows,
    const uint32_t *order, size_t from, size_t count, uint32_t *ids) {
#if defined(__x86_64__)
  if (path == FIELD_INDEX_AVX2) return field_keys_find_rows_avx2(table, text, rows, order, from, count, ids);
#endif
  (void)path;
  return keys_find_rows(table, text, rows, order, from, count, ids);
}
