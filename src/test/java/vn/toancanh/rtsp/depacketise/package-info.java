@NullMarked
package vn.toancanh.rtsp.depacketise;

import org.jspecify.annotations.NullMarked;
