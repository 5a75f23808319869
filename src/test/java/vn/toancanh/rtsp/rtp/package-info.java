@NullMarked
package vn.toancanh.rtsp.rtp;

import org.jspecify.annotations.NullMarked;
