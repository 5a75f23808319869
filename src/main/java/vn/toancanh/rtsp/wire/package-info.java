/** What the bytes of a session go through: plain and encrypted connections, pairs of UDP ports. JDK only. Lane: its owner's. */
@NullMarked
package vn.toancanh.rtsp.wire;

import org.jspecify.annotations.NullMarked;
