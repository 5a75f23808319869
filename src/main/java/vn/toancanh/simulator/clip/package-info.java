/** Loops encoded by an ffmpeg process and kept on disk. Lane: its own encoder threads. */
@NullMarked
package vn.toancanh.simulator.clip;

import org.jspecify.annotations.NullMarked;
