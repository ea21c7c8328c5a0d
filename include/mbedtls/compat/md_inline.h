/*
 * Inline functions of mbedtls/md.h.
 *
 * Written by hand; mbedtls/md.h includes it. Programs include that.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_MD_INLINE_H
#define MBEDTLS_COMPAT_MD_INLINE_H

/**
 * Tells how long a digest is.
 *
 * \param md_type  The digest's number.
 *
 * \return  Its length in bytes; 0 if there is none of that number.
 */
static inline unsigned char mbedtls_md_get_size_from_type(mbedtls_md_type_t md_type)
{
    return mbedtls_md_get_size(mbedtls_md_info_from_type(md_type));
}

#endif /* MBEDTLS_COMPAT_MD_INLINE_H */
