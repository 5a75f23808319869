/** The words of RTSP/1.0 for both ends of a connection: messages, headers, authentication, SDP. Pure, any thread. */
@NullMarked
package vn.toancanh.rtsp.message;

import org.jspecify.annotations.NullMarked;
