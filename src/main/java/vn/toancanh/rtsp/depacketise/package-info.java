/** Coded pictures out of RTP payloads. Pure; lane: the session's. Never throws at what a network brought. */
@NullMarked
package vn.toancanh.rtsp.depacketise;

import org.jspecify.annotations.NullMarked;
