#include "bytes.h"

#include <stdint.h>
#include <stdio.h>

static uint64_t state = 0x9e3779b97f4a7c15u;

unsigned pick(unsigned below) {
  state = state * 6364136223846793005u + 1442695040888963407u;
  return (unsigned) (state >> 33) % below;
}

void reseed(unsigned seed) {
  state = seed * 0x9e3779b97f4a7c15u;
  pick(2);
}

void fill(unsigned char *bytes, size_t len) {
  for (size_t i = 0; i < len; i++) bytes[i] = (unsigned char) pick(256);
}

void show_bytes(const char *what, int code, const unsigned char *bytes, size_t len) {
  uint64_t sum = 0xcbf29ce484222325u;
  if (code != 0) {
    printf("%s: code %s0x%x\n", what, code < 0 ? "-" : "", code < 0 ? -code : code);
    return;
  }
  printf("%s: %zu bytes ", what, len);
  for (size_t i = 0; i < len; i++) {
    sum = (sum ^ bytes[i]) * 0x100000001b3u;
    if (i < 16) printf("%02x", bytes[i]);
  }
  printf(" %016llx\n", (unsigned long long) sum);
}

int pseudo_random(void *at, unsigned char *output, size_t length) {
  unsigned *number = at;
  for (size_t i = 0; i < length; i++) {
    *number = *number * 1103515245u + 12345u;
    output[i] = (unsigned char) (*number >> 16);
  }
  return 0;
}
