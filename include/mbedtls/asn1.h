/*
 * mbedtls/asn1.h: ASN.1: tags, and the nodes that parsed certificates consist of.
 *
 * Generated from src/capi/asn1/ by `make headers`; change it there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_MBEDTLS_ASN1_H
#define MBEDTLS_COMPAT_MBEDTLS_ASN1_H

#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/platform_util.h"
#include "mbedtls/bignum.h"
#include <stddef.h>

typedef struct mbedtls_asn1_buf mbedtls_asn1_buf;
typedef struct mbedtls_asn1_bitstring mbedtls_asn1_bitstring;
typedef struct mbedtls_asn1_sequence mbedtls_asn1_sequence;
typedef struct mbedtls_asn1_named_data mbedtls_asn1_named_data;

#include "mbedtls/compat/asn1_values.h"

/** A piece of DER: a tag, and where its contents are. Points into memory that something else owns. */
struct mbedtls_asn1_buf {
    /** The tag, `MBEDTLS_ASN1_...`. */
    int tag;
    /** How many bytes `p` points to. */
    size_t len;
    /** The contents, or null. */
    unsigned char *p;
};

/** A list of values of one kind. Its first node is part of what holds the list; the others are allocated. */
struct mbedtls_asn1_sequence {
    /** The value. */
    mbedtls_asn1_buf buf;
    /** The next node, or null. */
    mbedtls_asn1_sequence *next;
};

/** A list of pairs: an OID and a value. */
struct mbedtls_asn1_named_data {
    /** The OID: what the value means. */
    mbedtls_asn1_buf oid;
    /** The value. */
    mbedtls_asn1_buf val;
    /** The next pair, or null. */
    mbedtls_asn1_named_data *next;
    /** Not 0 when the next pair belongs to the same set as this one. */
    unsigned char MBEDTLS_PRIVATE(next_merged);
};

/** A bit string. */
struct mbedtls_asn1_bitstring {
    /** How many bytes `p` points to. */
    size_t len;
    /** How many bits of the last byte do not count, 0 to 7. */
    unsigned char unused_bits;
    /** The bits, the first one highest. */
    unsigned char *p;
};

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

/**
 * Releases the nodes of a list; what their values point to stays.
 *
 * \param seq  The first node, which is released too; NULL does nothing.
 */
void mbedtls_asn1_sequence_free(mbedtls_asn1_sequence *seq);

/**
 * Finds an OID in a list.
 *
 * \param list  The list; may be NULL.
 * \param oid   The contents of the OID.
 * \param len   Their length in bytes.
 *
 * \return The first node with that OID, or NULL.
 */
const mbedtls_asn1_named_data *mbedtls_asn1_find_named_data(const mbedtls_asn1_named_data *list,
    const char *oid, size_t len);

/**
 * Releases what one node of a list owns, and leaves it all zero. The node itself and those behind it stay.
 *
 * \param entry  The node; NULL does nothing.
 */
void mbedtls_asn1_free_named_data(mbedtls_asn1_named_data *entry);

/**
 * Releases a list and all that its nodes own.
 *
 * \param head  Where the list is; NULL afterwards. NULL does nothing.
 */
void mbedtls_asn1_free_named_data_list(mbedtls_asn1_named_data **head);

/**
 * Releases the nodes of a list; what they point to stays.
 *
 * \param name  The first node, which is released too; NULL does nothing.
 */
void mbedtls_asn1_free_named_data_list_shallow(mbedtls_asn1_named_data *name);

/**
 * Reads a length.
 *
 * \param p    Where it starts; behind it afterwards.
 * \param end  The end of the input.
 * \param len  Where it goes.
 *
 * \return 0 if it was read and that many bytes follow.
 * \return #MBEDTLS_ERR_ASN1_OUT_OF_DATA if the input ends too early, or for NULL.
 * \return #MBEDTLS_ERR_ASN1_INVALID_LENGTH if it takes more than four bytes, or none.
 */
int mbedtls_asn1_get_len(unsigned char **p, const unsigned char *end, size_t *len);

/**
 * Reads a tag and a length.
 *
 * \param p    Where they start; at the contents afterwards. An unexpected tag leaves it where it is.
 * \param end  The end of the input.
 * \param len  Where the length goes.
 * \param tag  The tag that is expected.
 *
 * \return 0 if they were read and that many bytes follow.
 * \return #MBEDTLS_ERR_ASN1_UNEXPECTED_TAG if another tag is there.
 * \return #MBEDTLS_ERR_ASN1_OUT_OF_DATA or #MBEDTLS_ERR_ASN1_INVALID_LENGTH as from mbedtls_asn1_get_len().
 */
int mbedtls_asn1_get_tag(unsigned char **p, const unsigned char *end, size_t *len, int tag);

/**
 * Reads a BOOLEAN.
 *
 * \param p    Where it starts; behind it afterwards.
 * \param end  The end of the input.
 * \param val  Where 0 or 1 goes; any byte but 0 is true.
 *
 * \return 0 if it was read.
 * \return #MBEDTLS_ERR_ASN1_INVALID_LENGTH if it has not one byte; otherwise as from mbedtls_asn1_get_tag().
 */
int mbedtls_asn1_get_bool(unsigned char **p, const unsigned char *end, int *val);

/**
 * Reads an INTEGER that an `int` can hold.
 *
 * \param p    Where it starts; behind it afterwards.
 * \param end  The end of the input.
 * \param val  Where the number goes.
 *
 * \return 0 if it was read.
 * \return #MBEDTLS_ERR_ASN1_INVALID_LENGTH if it is negative, empty or too large; otherwise as from mbedtls_asn1_get_tag().
 */
int mbedtls_asn1_get_int(unsigned char **p, const unsigned char *end, int *val);

/**
 * Reads an ENUMERATED value that an `int` can hold.
 *
 * \param p    Where it starts; behind it afterwards.
 * \param end  The end of the input.
 * \param val  Where the number goes.
 *
 * \return As mbedtls_asn1_get_int().
 */
int mbedtls_asn1_get_enum(unsigned char **p, const unsigned char *end, int *val);

/**
 * Reads an INTEGER of any size, as a number without sign.
 *
 * \param p    Where it starts; behind it afterwards.
 * \param end  The end of the input.
 * \param X    The number that is set, initialised.
 *
 * \return 0 if it was read.
 * \return #MBEDTLS_ERR_MPI_ALLOC_FAILED if it is too large; otherwise as from mbedtls_asn1_get_tag().
 */
int mbedtls_asn1_get_mpi(unsigned char **p, const unsigned char *end, mbedtls_mpi *X);

/**
 * Reads a BIT STRING that is all there is.
 *
 * \param p    Where it starts; behind it afterwards.
 * \param end  The end of the input.
 * \param bs   Where its place and length go.
 *
 * \return 0 if it was read.
 * \return #MBEDTLS_ERR_ASN1_INVALID_LENGTH if more than 7 bits are unused.
 * \return #MBEDTLS_ERR_ASN1_LENGTH_MISMATCH if something follows it; otherwise as from mbedtls_asn1_get_tag().
 */
int mbedtls_asn1_get_bitstring(unsigned char **p, const unsigned char *end, mbedtls_asn1_bitstring *bs);

/**
 * Reads the beginning of a BIT STRING without unused bits.
 *
 * \param p    Where it starts; at the first byte of the bits afterwards.
 * \param end  The end of the input.
 * \param len  Where the length of the bits in bytes goes.
 *
 * \return 0 if it was read.
 * \return #MBEDTLS_ERR_ASN1_INVALID_DATA if bits are unused; otherwise as from mbedtls_asn1_get_tag().
 */
int mbedtls_asn1_get_bitstring_null(unsigned char **p, const unsigned char *end, size_t *len);

/**
 * Reads an AlgorithmIdentifier.
 *
 * \param p       Where it starts; behind it afterwards.
 * \param end     The end of the input.
 * \param alg     Where the place of the OID goes.
 * \param params  Where the place of the parameters goes; all zero if there are none.
 *
 * \return 0 if it was read.
 * \return #MBEDTLS_ERR_ASN1_LENGTH_MISMATCH if something follows the parameters; otherwise as from mbedtls_asn1_get_tag().
 */
int mbedtls_asn1_get_alg(unsigned char **p, const unsigned char *end, mbedtls_asn1_buf *alg,
    mbedtls_asn1_buf *params);

/**
 * Reads an AlgorithmIdentifier that may have no parameters but NULL.
 *
 * \param p    Where it starts; behind it afterwards.
 * \param end  The end of the input.
 * \param alg  Where the place of the OID goes.
 *
 * \return 0 if it was read.
 * \return #MBEDTLS_ERR_ASN1_INVALID_DATA if it has other parameters; otherwise as from mbedtls_asn1_get_alg().
 */
int mbedtls_asn1_get_alg_null(unsigned char **p, const unsigned char *end, mbedtls_asn1_buf *alg);

/**
 * Reads a SEQUENCE OF values of one kind into a list.
 *
 * \param p    Where it starts; behind it afterwards.
 * \param end  The end of the input, which is that of the sequence.
 * \param cur  The list's first node, which takes the first value. What hung from it is released. Release what hangs from it
 *             afterwards with mbedtls_asn1_sequence_free().
 * \param tag  The tag that each value has.
 *
 * \return 0 if it was read. An empty sequence leaves the first node all zero.
 * \return #MBEDTLS_ERR_ASN1_LENGTH_MISMATCH if the sequence is not all that there is.
 * \return #MBEDTLS_ERR_ASN1_ALLOC_FAILED if there is no memory; otherwise as from mbedtls_asn1_get_tag(). Nothing hangs
 *         from the first node then.
 */
int mbedtls_asn1_get_sequence_of(unsigned char **p, const unsigned char *end, mbedtls_asn1_sequence *cur,
    int tag);

/**
 * Reads a SEQUENCE and calls a function for its values.
 *
 * \param p              Where it starts; behind it afterwards.
 * \param end            The end of the input, which is that of the sequence.
 * \param tag_must_mask  Which bits of every value's tag are prescribed,
 * \param tag_must_val   and what they have to be.
 * \param tag_may_mask   Which bits of a value's tag decide whether the function is called for it,
 * \param tag_may_val    and what they have to be for that.
 * \param cb             The function; may be NULL. It gets \p ctx, the tag, the contents and their length, and ends the
 *                       reading with any result but 0.
 * \param ctx            What the function gets.
 *
 * \return 0 if the sequence was read.
 * \return #MBEDTLS_ERR_ASN1_LENGTH_MISMATCH if the sequence is not all that there is.
 * \return #MBEDTLS_ERR_ASN1_UNEXPECTED_TAG if a tag is not as prescribed; otherwise as from mbedtls_asn1_get_tag().
 * \return What the function returned if it was not 0.
 */
int mbedtls_asn1_traverse_sequence_of(unsigned char **p, const unsigned char *end,
    unsigned char tag_must_mask, unsigned char tag_must_val, unsigned char tag_may_mask,
    unsigned char tag_may_val, int (*cb)(void *ctx, int tag, unsigned char *start, size_t len), void *ctx);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif /* MBEDTLS_COMPAT_MBEDTLS_ASN1_H */
