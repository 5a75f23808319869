/**
 * Benchmarks: whole processes measured from outside, each beside a peer in the same run. Sees every room; seen by the
 * command line only. Lane: MAIN.
 */
@NullMarked
package vn.toancanh.bench;

import org.jspecify.annotations.NullMarked;
