/** RTSP and RTP: client, depacketisers, clock recovery, packet ring; and the packetisers the simulator serves with. JDK only. Lane: its own. */
@NullMarked
package vn.toancanh.rtsp;

import org.jspecify.annotations.NullMarked;
