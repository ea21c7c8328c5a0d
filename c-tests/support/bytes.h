/* Pseudo-random bytes from a fixed seed, and results on one line: for comparing functions of bytes with the reference. */
#ifndef SUPPORT_BYTES_H
#define SUPPORT_BYTES_H

#include <stddef.h>

/* The next pseudo-random number, less than `below`; every program starts with the same seed. */
unsigned pick(unsigned below);

/* What pick() gives from now on does not depend on what was drawn before. */
void reseed(unsigned seed);

/* Pseudo-random bytes. */
void fill(unsigned char *bytes, size_t len);

/* The same for those who take an f_rng: the numbers follow from the unsigned that `state` points to, which moves on. */
int pseudo_random(void *state, unsigned char *output, size_t length);

/* "WHAT: code -0x21", and for 0 "WHAT: 16 bytes 0123..." with a sum over all of them. */
void show_bytes(const char *what, int code, const unsigned char *bytes, size_t len);

#endif
