/** Simulated cameras: drawn street scenes as real H.264 and H.265 over RTSP, with faults on demand. Lane: its own threads. */
@NullMarked
package vn.toancanh.simulator;

import org.jspecify.annotations.NullMarked;
