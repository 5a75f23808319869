/** RTP and RTCP, RFC 3550: packets, order, loss, jitter, reports. Pure; lane: the session's. */
@NullMarked
package vn.toancanh.rtsp.rtp;

import org.jspecify.annotations.NullMarked;
