// Keys of any length, eight bytes at a time: what both paths do with long ones, and the portable path with all.
#ifndef C_FIELD_INDEX_LONG_KEYS_H
#define C_FIELD_INDEX_LONG_KEYS_H

#include <string.h>

#include "CFieldIndex.h"

static inline uint64_t key_word(const uint8_t *bytes, size_t count) {
  uint64_t word = 0;
  memcpy(&word, bytes, count < 8 ? count : 8);
  return word;
}

static inline uint64_t key_product(uint64_t left, uint64_t right) {
  unsigned __int128 full =
      (unsigned __int128)(left ^ 0xA0761D6478BD642F) * (unsigned __int128)(right ^ 0xE7037ED1A0B428DB);
  return (uint64_t)(full >> 64) ^ (uint64_t)full;
}

// Two words at a time, multiplied with each other; the products do not wait for one another.
static inline uint64_t long_key_hash(const uint8_t *bytes, size_t count) {
  uint64_t sum = count * 0x9E3779B97F4A7C15;
  for (; count >= 16; bytes += 16, count -= 16) {
    sum += key_product(key_word(bytes, 8), key_word(bytes + 8, 8));
    sum = sum << 7 | sum >> 57;
  }
  uint64_t high = count > 8 ? key_word(bytes + 8, count - 8) : 0;
  return key_product(sum + key_product(key_word(bytes, count), high), 0);
}

// The first bytes of a key, of which FIELD_KEYS_HEAD can be read, with zeros in place of what is behind it.
static inline void key_head(const uint8_t *bytes, size_t count, uint64_t head[FIELD_KEYS_HEAD / 8]) {
  // 16 bytes from here + 16 − n begin with n bytes of ones.
  static const uint8_t ones[2 * FIELD_KEYS_HEAD] = {
      0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF};
  uint64_t mask[FIELD_KEYS_HEAD / 8];
  memcpy(mask, ones + FIELD_KEYS_HEAD - (count < FIELD_KEYS_HEAD ? count : FIELD_KEYS_HEAD), FIELD_KEYS_HEAD);
  memcpy(head, bytes, FIELD_KEYS_HEAD);
  head[0] &= mask[0];
  head[1] &= mask[1];
}

static inline int long_key_equal(const uint8_t *left, const uint8_t *right, size_t count) {
  return memcmp(left, right, count) == 0;
}

#endif
