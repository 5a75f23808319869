/** The RTSP server of the simulated cameras: one selector thread for all watchers. */
@NullMarked
package vn.toancanh.simulator.rtsp;

import org.jspecify.annotations.NullMarked;
