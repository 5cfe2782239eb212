// One word of text: 64 bytes as bit masks, bit i for byte i. Included once per path, so that each path compiles it
// with its own instructions.
#ifndef C_FIELD_INDEX_WORD_H
#define C_FIELD_INDEX_WORD_H

#include "CFieldIndex.h"

typedef struct {
  uint64_t delimiters;
  uint64_t line_feeds;
  uint64_t quotes;
  uint64_t returns;
} word_masks;

static inline __attribute__((always_inline)) uint64_t prefix_xor_portable(uint64_t bits) {
  bits ^= bits << 1;
  bits ^= bits << 2;
  bits ^= bits << 4;
  bits ^= bits << 8;
  bits ^= bits << 16;
  bits ^= bits << 32;
  return bits;
}

// The field ends of one word. `quoted` has a bit for every byte from an opening quote up to the one before the closing
// quote. A doubled quote closes and opens again, with nothing between, so it needs no case of its own.
//
// - Parameter valid: bits of the bytes that are there; only the last word of a piece has fewer than 64.
// - Parameter last: number of the last valid bit.
static inline __attribute__((always_inline)) uint64_t word_ends(
    word_masks masks, uint64_t quoted, uint64_t valid, unsigned last, field_index_state *state) {
  uint64_t outside = ~quoted;
  uint64_t ends = (masks.delimiters | masks.line_feeds) & outside & valid;
  state->record_ends += (size_t)__builtin_popcountll(masks.line_feeds & outside & valid);
  uint64_t opening = masks.quotes & quoted;
  uint64_t closing = masks.quotes & outside;
  uint64_t returns = masks.returns & outside;
  uint64_t may_open = (ends | closing) << 1 | state->after_end | state->after_close;
  uint64_t behind_close = closing << 1 | state->after_close;
  uint64_t behind_return = returns << 1 | state->after_return;
  uint64_t bad_open = opening & ~may_open;
  uint64_t bad_close = behind_close & ~(ends | masks.quotes | returns) & valid;
  uint64_t bad_return = behind_return & ~masks.line_feeds & valid;
  if (bad_open | bad_close) state->flags |= FIELD_INDEX_IRREGULAR_QUOTE;
  if (bad_return) state->flags |= FIELD_INDEX_LONE_RETURN;
  if (masks.quotes) state->flags |= FIELD_INDEX_QUOTE;
  if (masks.returns) state->flags |= FIELD_INDEX_RETURN;
  if (masks.delimiters & quoted & valid) state->flags |= FIELD_INDEX_QUOTED_DELIMITER;
  state->after_end = ends >> last & 1;
  state->after_close = closing >> last & 1;
  state->after_return = returns >> last & 1;
  state->open_quote = (uint64_t)0 - (quoted >> last & 1);
  return ends;
}

// Writes the numbers of the set bits. Eight at a time whatever their count: a branch per bit would cost more.
static inline __attribute__((always_inline)) size_t write_ends(uint64_t bits, uint32_t base, uint32_t *ends) {
  size_t count = (size_t)__builtin_popcountll(bits);
  for (size_t done = 0; done < count; done += 8) {
    for (size_t i = 0; i < 8; i++) {
      // Behind the last bit the number is not used; 63 keeps the instruction defined.
      ends[done + i] = base + (uint32_t)__builtin_ctzll(bits | (uint64_t)1 << 63);
      bits &= bits - 1;
    }
  }
  return count;
}

#endif
