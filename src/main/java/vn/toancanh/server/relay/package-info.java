/** The thin RTSP relay: one session to a camera stream however many watch, packets passed on as they come. One thread of its own. */
@NullMarked
package vn.toancanh.server.relay;

import org.jspecify.annotations.NullMarked;
