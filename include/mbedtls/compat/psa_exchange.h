/*
 * Derivation, PAKE and operations in small steps in psa/crypto.h.
 *
 * Written by hand; psa/crypto.h includes it. Programs include that.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_PSA_EXCHANGE_H
#define MBEDTLS_COMPAT_PSA_EXCHANGE_H

#include <stddef.h>
#include <stdint.h>

/* ---- Derivation ---- */

/** The secret that keys are derived from. */
#define PSA_KEY_DERIVATION_INPUT_SECRET ((psa_key_derivation_step_t) 0x0101)
/** The password. */
#define PSA_KEY_DERIVATION_INPUT_PASSWORD ((psa_key_derivation_step_t) 0x0102)
/** A second secret. */
#define PSA_KEY_DERIVATION_INPUT_OTHER_SECRET ((psa_key_derivation_step_t) 0x0103)
/** What the output is for. */
#define PSA_KEY_DERIVATION_INPUT_LABEL ((psa_key_derivation_step_t) 0x0201)
/** The salt. */
#define PSA_KEY_DERIVATION_INPUT_SALT ((psa_key_derivation_step_t) 0x0202)
/** What the output is for, in HKDF. */
#define PSA_KEY_DERIVATION_INPUT_INFO ((psa_key_derivation_step_t) 0x0203)
/** The seed. */
#define PSA_KEY_DERIVATION_INPUT_SEED ((psa_key_derivation_step_t) 0x0204)
/** How many iterations. */
#define PSA_KEY_DERIVATION_INPUT_COST ((psa_key_derivation_step_t) 0x0205)
/** As much as the algorithm gives. */
#define PSA_KEY_DERIVATION_UNLIMITED_CAPACITY ((size_t) -1)

/* ---- PAKE ---- */

/** Calculates on a curve. */
#define PSA_PAKE_PRIMITIVE_TYPE_ECC ((psa_pake_primitive_type_t) 0x01)
/** Calculates in a finite field. */
#define PSA_PAKE_PRIMITIVE_TYPE_DH ((psa_pake_primitive_type_t) 0x02)
/** A type, a family, and a length in bits; 0 if the length has no room. */
#define PSA_PAKE_PRIMITIVE(pake_type, pake_family, pake_bits) \
    (((pake_bits) & 0xffff) != (pake_bits) ? 0 : \
     (psa_pake_primitive_t) (pake_type) << 24 | (psa_pake_primitive_t) (pake_family) << 16 | \
     (psa_pake_primitive_t) (pake_bits))
/** Both sides are alike. */
#define PSA_PAKE_ROLE_NONE ((psa_pake_role_t) 0x00)
/** The side that speaks first. */
#define PSA_PAKE_ROLE_FIRST ((psa_pake_role_t) 0x01)
/** The side that speaks second. */
#define PSA_PAKE_ROLE_SECOND ((psa_pake_role_t) 0x02)
/** The client. */
#define PSA_PAKE_ROLE_CLIENT ((psa_pake_role_t) 0x11)
/** The server. */
#define PSA_PAKE_ROLE_SERVER ((psa_pake_role_t) 0x12)
/** A share of the key. */
#define PSA_PAKE_STEP_KEY_SHARE ((psa_pake_step_t) 0x01)
/** The commitment of a Schnorr proof. */
#define PSA_PAKE_STEP_ZK_PUBLIC ((psa_pake_step_t) 0x02)
/** The answer of a Schnorr proof. */
#define PSA_PAKE_STEP_ZK_PROOF ((psa_pake_step_t) 0x03)
/** Of an operation that is not set up. */
#define PSA_PAKE_OPERATION_STAGE_SETUP 0
/** Of an operation that takes its inputs. */
#define PSA_PAKE_OPERATION_STAGE_COLLECT_INPUTS 1
/** Of an operation that runs. */
#define PSA_PAKE_OPERATION_STAGE_COMPUTATION 2
/** How many inputs a round of J-PAKE has. */
#define PSA_JPAKE_EXPECTED_INPUTS(round) ((round) == PSA_JPAKE_FINISHED ? 0 : (round) == PSA_JPAKE_FIRST ? 2 : 1)
/** How many outputs a round of J-PAKE has. */
#define PSA_JPAKE_EXPECTED_OUTPUTS(round) PSA_JPAKE_EXPECTED_INPUTS(round)

/** The rounds of J-PAKE. */
typedef enum psa_jpake_round {
    /** Both sides send two shares. */
    PSA_JPAKE_FIRST = 0,
    /** Both sides send one share. */
    PSA_JPAKE_SECOND = 1,
    /** There is a secret. */
    PSA_JPAKE_FINISHED = 2
} psa_jpake_round_t;

/** Whether a round of J-PAKE waits for the peer. */
typedef enum psa_jpake_io_mode {
    /** It waits. */
    PSA_JPAKE_INPUT = 0,
    /** It does not. */
    PSA_JPAKE_OUTPUT = 1
} psa_jpake_io_mode_t;

/** The steps of J-PAKE, one after the other. */
typedef enum psa_crypto_driver_pake_step {
    /** None. */
    PSA_JPAKE_STEP_INVALID = 0,
    /** The first share of the first round. */
    PSA_JPAKE_X1_STEP_KEY_SHARE = 1,
    /** The commitment for the first share of the first round. */
    PSA_JPAKE_X1_STEP_ZK_PUBLIC = 2,
    /** The proof for the first share of the first round. */
    PSA_JPAKE_X1_STEP_ZK_PROOF = 3,
    /** The second share of the first round. */
    PSA_JPAKE_X2_STEP_KEY_SHARE = 4,
    /** The commitment for the second share of the first round. */
    PSA_JPAKE_X2_STEP_ZK_PUBLIC = 5,
    /** The proof for the second share of the first round. */
    PSA_JPAKE_X2_STEP_ZK_PROOF = 6,
    /** The own share of the second round. */
    PSA_JPAKE_X2S_STEP_KEY_SHARE = 7,
    /** The commitment for the own share of the second round. */
    PSA_JPAKE_X2S_STEP_ZK_PUBLIC = 8,
    /** The proof for the own share of the second round. */
    PSA_JPAKE_X2S_STEP_ZK_PROOF = 9,
    /** The peer's share of the second round. */
    PSA_JPAKE_X4S_STEP_KEY_SHARE = 10,
    /** The commitment for the peer's share of the second round. */
    PSA_JPAKE_X4S_STEP_ZK_PUBLIC = 11,
    /** The proof for the peer's share of the second round. */
    PSA_JPAKE_X4S_STEP_ZK_PROOF = 12
} psa_crypto_driver_pake_step_t;

/* ---- Operations in small steps ---- */

/** No limit to how much is done at once. */
#define PSA_INTERRUPTIBLE_MAX_OPS_UNLIMITED UINT32_MAX

#endif /* MBEDTLS_COMPAT_PSA_EXCHANGE_H */
