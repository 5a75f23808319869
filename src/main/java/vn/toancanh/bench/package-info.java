/**
 * Benchmarks: whole processes measured from outside, each beside a peer in the same run; and drills, which break cameras
 * and decoders on purpose and measure what the client makes of it. Sees every room; seen by the command line only. Lane:
 * MAIN.
 */
@NullMarked
package vn.toancanh.bench;

import org.jspecify.annotations.NullMarked;
