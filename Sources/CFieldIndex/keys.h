// Looking up keys: the loop that both paths share. Included once per path, after it has defined
//   key_hash(bytes, count): a hash of a key, for which 64 bytes can be read, and
//   key_equal(left, right, count): whether two keys of one length agree, the same holding for both,
// so that each path compiles the loop with its own instructions.
#ifndef KEY_INLINE
#error "define KEY_INLINE, key_hash and key_equal first"
#endif

enum { key_batch = 32 };

typedef struct {
  const uint8_t *start;
  size_t count;
} key_field;

KEY_INLINE key_field key_of(const field_chunk *chunk, size_t row) {
  const uint32_t *record = chunk->ends + row * chunk->field_count;
  // The entry before the first is all ones, so that the first field begins at 0.
  size_t start = (uint32_t)(record[(ptrdiff_t)chunk->first - 1] + 1);
  size_t end = record[chunk->last];
  if (chunk->trims_return && end > start && chunk->text[end - 1] == '\r') end--;
  key_field field = {chunk->text + start, end - start};
  return field;
}

KEY_INLINE int key_is(const field_keys_table *table, const field_keys_entry *entry, key_field key) {
  if (entry->count != key.count) return 0;
  if (key.count > FIELD_KEYS_HEAD) return key_equal(table->bytes + entry->start, key.start, key.count);
  uint64_t head[FIELD_KEYS_HEAD / 8];
  key_head(key.start, key.count, head);
  return ((head[0] ^ entry->head[0]) | (head[1] ^ entry->head[1])) == 0;
}

KEY_INLINE void key_prefetch_bytes(const field_keys_table *table, uint64_t slot) {
  if (!slot) return;
  const field_keys_entry *entry = table->entries + ((uint32_t)slot - 1);
  if (entry->count > FIELD_KEYS_HEAD) __builtin_prefetch(table->bytes + entry->start);
}

// The number of the key, or −1 where it is new.
KEY_INLINE int64_t key_number(const field_keys_table *table, key_field key, uint64_t hash) {
  size_t place = (size_t)(hash >> 32) & table->mask;
  for (;;) {
    uint64_t slot = table->slots[place];
    if (slot == 0) return -1;
    if (slot >> 32 == hash >> 32) {
      uint32_t number = (uint32_t)slot - 1;
      if (key_is(table, table->entries + number, key)) return number;
    }
    place = (place + 1) & table->mask;
  }
}

// In a table that no cache holds, the lines of some records are asked for together, so that the waits overlap.
KEY_INLINE void key_prefetch(
    const field_keys_table *table, const field_chunk *chunk, size_t from, size_t count, uint64_t *hashes) {
  for (size_t i = 0; i < count; i++) {
    key_field key = key_of(chunk, from + i);
    hashes[i] = key_hash(key.start, key.count);
    __builtin_prefetch(table->slots + ((size_t)(hashes[i] >> 32) & table->mask));
  }
  for (size_t i = 0; i < count; i++) {
    uint64_t slot = table->slots[(size_t)(hashes[i] >> 32) & table->mask];
    if (slot) __builtin_prefetch(table->entries + ((uint32_t)slot - 1));
  }
  for (size_t i = 0; i < count; i++)
    key_prefetch_bytes(table, table->slots[(size_t)(hashes[i] >> 32) & table->mask]);
}

KEY_INLINE size_t keys_find(
    const field_keys_table *table, const field_chunk *chunk, size_t from, size_t rows, uint32_t *ids) {
  if (table->mask < 1 << 14) {
    for (size_t row = from; row < rows; row++) {
      key_field key = key_of(chunk, row);
      int64_t number = key_number(table, key, key_hash(key.start, key.count));
      if (number < 0) return row;
      ids[row] = (uint32_t)number;
    }
    return rows;
  }
  uint64_t hashes[key_batch];
  for (size_t batch = from; batch < rows; batch += key_batch) {
    size_t count = rows - batch < key_batch ? rows - batch : key_batch;
    key_prefetch(table, chunk, batch, count, hashes);
    for (size_t i = 0; i < count; i++) {
      int64_t number = key_number(table, key_of(chunk, batch + i), hashes[i]);
      if (number < 0) return batch + i;
      ids[batch + i] = (uint32_t)number;
    }
  }
  return rows;
}

// The same of keys that are told one by one: `order` says which of the rows, and the numbers go to their places in `ids`.
KEY_INLINE size_t keys_find_rows(
    const field_keys_table *table, const uint8_t *text, const field_keys_row *rows, const uint32_t *order, size_t from,
    size_t count, uint32_t *ids) {
  for (size_t batch = from; batch < count; batch += key_batch) {
    size_t end = count - batch < key_batch ? count : batch + key_batch;
    for (size_t i = batch; i < end; i++)
      __builtin_prefetch(table->slots + ((size_t)(rows[order[i]].hash >> 32) & table->mask));
    for (size_t i = batch; i < end; i++) {
      uint64_t slot = table->slots[(size_t)(rows[order[i]].hash >> 32) & table->mask];
      if (slot) __builtin_prefetch(table->entries + ((uint32_t)slot - 1));
    }
    for (size_t i = batch; i < end; i++)
      key_prefetch_bytes(table, table->slots[(size_t)(rows[order[i]].hash >> 32) & table->mask]);
    for (size_t i = batch; i < end; i++) {
      field_keys_row row = rows[order[i]];
      key_field key = {text + row.start, row.count};
      int64_t number = key_number(table, key, row.hash);
      if (number < 0) return i;
      ids[order[i]] = (uint32_t)number;
    }
  }
  return count;
}
