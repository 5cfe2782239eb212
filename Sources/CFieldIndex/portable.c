// The path for every processor: eight bytes at a time in a plain 64-bit register.
#include <string.h>

#include "paths.h"
#include "word.h"

static const uint64_t ones = 0x0101010101010101;
static const uint64_t highs = 0x8080808080808080;

static inline uint64_t load_little_endian(const uint8_t *bytes) {
  uint64_t value;
  memcpy(&value, bytes, 8);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
  value = __builtin_bswap64(value);
#endif
  return value;
}

// The high bit of every byte that equals the one repeated in `pattern`; exact for every byte, no carry runs over.
static inline uint64_t equal_bytes(uint64_t bytes, uint64_t pattern) {
  uint64_t difference = bytes ^ pattern;
  return ~(((difference & ~highs) + ~highs) | difference) & highs;
}

// The high bits of eight bytes as eight bits.
static inline uint64_t gather(uint64_t high_bits) { return (high_bits >> 7) * 0x0102040810204080 >> 56; }

static word_masks masks_of(const uint8_t *bytes, uint64_t delimiter, uint32_t *flags) {
  word_masks masks = {0};
  for (unsigned part = 0; part < 8; part++) {
    uint64_t eight = load_little_endian(bytes + 8 * part);
    unsigned shift = 8 * part;
    masks.delimiters |= gather(equal_bytes(eight, delimiter)) << shift;
    masks.line_feeds |= gather(equal_bytes(eight, ones * 0x0A)) << shift;
    masks.quotes |= gather(equal_bytes(eight, ones * 0x22)) << shift;
    masks.returns |= gather(equal_bytes(eight, ones * 0x0D)) << shift;
    if (eight & highs) *flags |= FIELD_INDEX_NOT_ASCII;
    if (equal_bytes(eight, 0)) *flags |= FIELD_INDEX_ZERO_BYTE;
  }
  return masks;
}

static size_t scan_word(
    const uint8_t *bytes, uint64_t delimiter, uint64_t valid, unsigned last, uint32_t base, field_index_state *state,
    uint32_t *ends) {
  word_masks masks = masks_of(bytes, delimiter, &state->flags);
  uint64_t quoted = prefix_xor_portable(masks.quotes) ^ state->open_quote;
  return write_ends(word_ends(masks, quoted, valid, last, state), base, ends);
}

size_t field_index_scan_portable(
    const uint8_t *bytes, size_t count, uint8_t delimiter, uint32_t base, field_index_state *state, uint32_t *ends) {
  uint64_t pattern = ones * delimiter;
  size_t found = 0;
  size_t offset = 0;
  for (; offset + 64 <= count; offset += 64) {
    found += scan_word(bytes + offset, pattern, ~(uint64_t)0, 63, base + (uint32_t)offset, state, ends + found);
  }
  if (offset < count) {
    uint8_t rest[64];
    unsigned left = (unsigned)(count - offset);
    // Filled with a letter, which means nothing to the index.
    memset(rest, 'x', sizeof rest);
    memcpy(rest, bytes + offset, left);
    uint64_t valid = ((uint64_t)1 << left) - 1;
    found += scan_word(rest, pattern, valid, left - 1, base + (uint32_t)offset, state, ends + found);
  }
  state->field_ends += found;
  return found;
}

size_t field_index_count_portable(const uint8_t *bytes, size_t count, uint8_t byte) {
  size_t found = 0;
  size_t offset = 0;
  for (; offset + 8 <= count; offset += 8) {
    found += (size_t)__builtin_popcountll(equal_bytes(load_little_endian(bytes + offset), ones * byte));
  }
  for (; offset < count; offset++) found += bytes[offset] == byte;
  return found;
}

size_t field_index_line_ends_portable(const uint8_t *bytes, size_t count) {
  size_t found = 0;
  uint64_t after_return = 0;
  size_t offset = 0;
  for (; offset + 8 <= count; offset += 8) {
    uint64_t eight = load_little_endian(bytes + offset);
    uint64_t feeds = equal_bytes(eight, ones * 0x0A);
    uint64_t returns = equal_bytes(eight, ones * 0x0D);
    // The line feed of a pair ends nothing that its carriage return has not ended.
    uint64_t pairs = feeds & (returns << 8 | after_return);
    found += (size_t)__builtin_popcountll(feeds ^ pairs) + (size_t)__builtin_popcountll(returns);
    after_return = returns >> 56;
  }
  for (; offset < count; offset++) {
    found += bytes[offset] == 0x0D || (bytes[offset] == 0x0A && !after_return);
    after_return = bytes[offset] == 0x0D;
  }
  return found;
}
