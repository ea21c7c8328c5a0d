/*
 * mbedtls/pk.h: Public and private keys.
 *
 * Generated from src/capi/pk/ by `make headers`; change it there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_MBEDTLS_PK_H
#define MBEDTLS_COMPAT_MBEDTLS_PK_H

#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/md.h"
#include "mbedtls/rsa.h"
#include "mbedtls/ecp.h"
#include "mbedtls/platform_util.h"

typedef struct mbedtls_pk_info_t mbedtls_pk_info_t;
typedef struct mbedtls_pk_context mbedtls_pk_context;

#include "mbedtls/compat/pk_values.h"

/** What the library knows about a type of key; programs only hold pointers to it. */
struct mbedtls_pk_info_t;

/**
 * A key: public, or a pair. Starts with mbedtls_pk_init(), ends with mbedtls_pk_free(). Its members are
 * private.
 */
struct mbedtls_pk_context {
    const mbedtls_pk_info_t *MBEDTLS_PRIVATE(pk_info);
    void *MBEDTLS_PRIVATE(pk_ctx);
};

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

/**
 * Sets a context up as empty. Call it once, before anything else is done with the context.
 *
 * \param ctx  The context; NULL does nothing.
 */
void mbedtls_pk_init(mbedtls_pk_context *ctx);

/**
 * Releases the key in a context and leaves it empty, ready for another key.
 *
 * \param ctx  The context; NULL, or a context without a key, does nothing.
 */
void mbedtls_pk_free(mbedtls_pk_context *ctx);

/**
 * Tells what kind of key a context holds.
 *
 * \param ctx  The context; may be NULL.
 *
 * \return #MBEDTLS_PK_RSA, #MBEDTLS_PK_ECKEY, or #MBEDTLS_PK_OPAQUE for Ed25519, which has no type of its own.
 * \return #MBEDTLS_PK_NONE if there is no key.
 */
mbedtls_pk_type_t mbedtls_pk_get_type(const mbedtls_pk_context *ctx);

/**
 * Tells the size of the key in a context: of the modulus for RSA, of the field for EC, 256 for Ed25519.
 *
 * \param ctx  The context; may be NULL.
 *
 * \return The size in bits; 0 if there is no key.
 */
size_t mbedtls_pk_get_bitlen(const mbedtls_pk_context *ctx);

/**
 * Names the kind of key in a context, for messages.
 *
 * \param ctx  The context; may be NULL.
 *
 * \return "RSA", "EC" or "Ed25519"; "invalid PK" if there is no key. The string is static: do not release it.
 */
const char *mbedtls_pk_get_name(const mbedtls_pk_context *ctx);

/**
 * Tells whether the key in a context is one for a type of operation.
 *
 * \param ctx   The context; may be NULL.
 * \param type  RSA keys are for #MBEDTLS_PK_RSA and #MBEDTLS_PK_RSASSA_PSS; EC keys for #MBEDTLS_PK_ECKEY,
 *              #MBEDTLS_PK_ECKEY_DH and #MBEDTLS_PK_ECDSA; Ed25519 keys for #MBEDTLS_PK_OPAQUE.
 *
 * \return 1 if it is.
 * \return 0 if it is not, or if there is no key.
 */
int mbedtls_pk_can_do(const mbedtls_pk_context *ctx, mbedtls_pk_type_t type);

/**
 * Checks that a public and a private key belong together. A private key counts as its public half, too.
 *
 * \param pub_   The context with the public key.
 * \param prv    The context with the private key.
 * \param f_rng  Not used; may be NULL.
 * \param p_rng  Not used; may be NULL.
 *
 * \return 0 if they are a pair.
 * \return #MBEDTLS_ERR_PK_BAD_INPUT_DATA if one of the contexts is NULL or empty.
 * \return #MBEDTLS_ERR_PK_TYPE_MISMATCH if the keys are of different kinds.
 * \return #MBEDTLS_ERR_RSA_KEY_CHECK_FAILED if they are RSA keys that are no pair, or \p prv has no private key.
 * \return #MBEDTLS_ERR_ECP_BAD_INPUT_DATA if they are EC or Ed25519 keys that are no pair.
 * \return #MBEDTLS_ERR_ECP_INVALID_KEY if they are EC or Ed25519 keys and \p prv has no private key.
 */
int mbedtls_pk_check_pair(const mbedtls_pk_context *pub_, const mbedtls_pk_context *prv,
    mbedtls_f_rng_t *f_rng, void *p_rng);

/**
 * Finds what the library knows about a type of key.
 *
 * \param pk_type  The type.
 *
 * \return Static information, for the types #MBEDTLS_PK_RSA to #MBEDTLS_PK_ECDSA. Do not release it.
 * \return NULL for every other type.
 */
const mbedtls_pk_info_t *mbedtls_pk_info_from_type(mbedtls_pk_type_t pk_type);

/**
 * Reads a private key from memory: PKCS #1 (RSA), SEC 1 (EC) or PKCS #8, as DER or PEM, encrypted or not.
 *
 * RSA keys of 2048, 3072 and 4096 bits, EC keys on P-256, P-384 and P-521, and Ed25519 keys are taken. Of a PEM text the
 * first private key counts; other blocks, such as certificates, are skipped. Encrypted keys may use PBES2 with
 * PBKDF2 (HMAC with SHA-1, SHA-256, SHA-384 or SHA-512) and AES, DES or triple DES in CBC mode, or PKCS #12's way with
 * SHA-1 and triple DES, or be PEM blocks with a DEK-Info header and one of the same ciphers.
 *
 * \param ctx     An empty context. It stays empty when an error is returned.
 * \param key     The key. It is only read, and may be released afterwards.
 * \param keylen  The number of bytes in \p key. For PEM this counts the terminating NUL, which must be there.
 * \param pwd     The password of an encrypted key; NULL if there is none.
 * \param pwdlen  The number of bytes in \p pwd.
 * \param f_rng   Not used; may be NULL.
 * \param p_rng   Not used; may be NULL.
 *
 * \return 0 if the key was read.
 * \return #MBEDTLS_ERR_PK_BAD_INPUT_DATA if \p ctx is NULL or holds a key, or if \p key or \p pwd is NULL although its
 *         length is not 0.
 * \return #MBEDTLS_ERR_PK_KEY_INVALID_FORMAT, alone or with an ASN.1 code added, if this is no private key, or a
 *         damaged one.
 * \return #MBEDTLS_ERR_PK_KEY_INVALID_VERSION if the version is not one of the format.
 * \return #MBEDTLS_ERR_PK_UNKNOWN_PK_ALG if the key is for none of the algorithms above.
 * \return #MBEDTLS_ERR_PK_UNKNOWN_NAMED_CURVE if its curve has no name or an unknown one.
 * \return #MBEDTLS_ERR_PK_FEATURE_UNAVAILABLE if the key is on another known curve, is an RSA key of another size or
 *         with a public exponent below 65537, or is encrypted in another way.
 * \return #MBEDTLS_ERR_PK_PASSWORD_REQUIRED if the key is encrypted and \p pwd is empty.
 * \return #MBEDTLS_ERR_PK_PASSWORD_MISMATCH if \p pwd is not its password.
 * \return #MBEDTLS_ERR_PEM_INVALID_DATA, alone or with a base64 code added, if the PEM block cannot be decoded.
 * \return #MBEDTLS_ERR_PEM_UNKNOWN_ENC_ALG or #MBEDTLS_ERR_PEM_INVALID_ENC_IV if its encryption header cannot.
 */
int mbedtls_pk_parse_key(mbedtls_pk_context *ctx, const unsigned char *key, size_t keylen,
    const unsigned char *pwd, size_t pwdlen, mbedtls_f_rng_t *f_rng, void *p_rng);

/**
 * Reads a private key from a file; see mbedtls_pk_parse_key() for the formats and for the codes beside these.
 *
 * \param ctx       An empty context. It stays empty when an error is returned.
 * \param path      The file's name. Files over 1 MiB are not read.
 * \param password  The password of an encrypted key; NULL if there is none.
 * \param f_rng     Not used; may be NULL.
 * \param p_rng     Not used; may be NULL.
 *
 * \return 0 if the key was read.
 * \return #MBEDTLS_ERR_PK_FILE_IO_ERROR if the file cannot be read.
 * \return #MBEDTLS_ERR_PK_BAD_INPUT_DATA if \p ctx is NULL or holds a key, or if \p path is NULL.
 * \return A code of mbedtls_pk_parse_key() if the content is not taken.
 */
int mbedtls_pk_parse_keyfile(mbedtls_pk_context *ctx, const char *path, const char *password,
    mbedtls_f_rng_t *f_rng, void *p_rng);

/**
 * Reads a public key from memory: SubjectPublicKeyInfo or PKCS #1, as DER or PEM.
 *
 * RSA keys of any size, EC keys on the named curves with an uncompressed point, and Ed25519 keys are taken. Whether
 * a point is on its curve is found out when a signature is verified. Signatures are verified with RSA keys of 2048 to
 * 8192 bits, P-256, P-384, P-521 and Ed25519.
 *
 * \param ctx     An empty context. It stays empty when an error is returned.
 * \param key     The key. It is only read, and may be released afterwards.
 * \param keylen  The number of bytes in \p key. For PEM this counts the terminating NUL, which must be there.
 *
 * \return 0 if the key was read.
 * \return #MBEDTLS_ERR_PK_BAD_INPUT_DATA if \p ctx is NULL or holds a key, or if \p key is NULL and \p keylen is not 0.
 * \return #MBEDTLS_ERR_PK_KEY_INVALID_FORMAT, alone or with an ASN.1 code added, if this is no public key.
 * \return #MBEDTLS_ERR_PK_INVALID_ALG with an ASN.1 code added if its algorithm is damaged.
 * \return #MBEDTLS_ERR_PK_INVALID_PUBKEY, alone or with an ASN.1 code added, if the key itself is.
 * \return #MBEDTLS_ERR_PK_UNKNOWN_PK_ALG if the algorithm is none of those above.
 * \return #MBEDTLS_ERR_PK_UNKNOWN_NAMED_CURVE if its curve has no name or an unknown one.
 * \return #MBEDTLS_ERR_PEM_INVALID_DATA, alone or with a base64 code added, if the PEM block cannot be decoded.
 */
int mbedtls_pk_parse_public_key(mbedtls_pk_context *ctx, const unsigned char *key, size_t keylen);

/**
 * Reads a public key from a file; see mbedtls_pk_parse_public_key() for the formats and for the codes beside these.
 *
 * \param ctx   An empty context. It stays empty when an error is returned.
 * \param path  The file's name. Files over 1 MiB are not read.
 *
 * \return 0 if the key was read.
 * \return #MBEDTLS_ERR_PK_FILE_IO_ERROR if the file cannot be read.
 * \return #MBEDTLS_ERR_PK_BAD_INPUT_DATA if \p ctx is NULL or holds a key, or if \p path is NULL.
 * \return A code of mbedtls_pk_parse_public_key() if the content is not taken.
 */
int mbedtls_pk_parse_public_keyfile(mbedtls_pk_context *ctx, const char *path);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#include "mbedtls/compat/pk_inline.h"

#endif /* MBEDTLS_COMPAT_MBEDTLS_PK_H */
