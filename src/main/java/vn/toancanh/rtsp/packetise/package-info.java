/** From access units to RTP payloads: what a server sends. JDK only. Any thread. */
@NullMarked
package vn.toancanh.rtsp.packetise;

import org.jspecify.annotations.NullMarked;
