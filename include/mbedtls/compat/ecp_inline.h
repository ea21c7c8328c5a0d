/*
 * Inline functions of mbedtls/ecp.h.
 *
 * Written by hand; mbedtls/ecp.h includes it. Programs include that.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_ECP_INLINE_H
#define MBEDTLS_COMPAT_ECP_INLINE_H

/** Whether A of a curve's equation is -3: such a group leaves the number out. */
static inline int mbedtls_ecp_group_a_is_minus_3(const mbedtls_ecp_group *grp)
{
    return grp->A.MBEDTLS_PRIVATE(p) == NULL;
}

#endif /* MBEDTLS_COMPAT_ECP_INLINE_H */
