/** The version of Sanity's API that the Studio's lists are written for. */
export const apiVersion = '2025-02-19'
