@NullMarked
package vn.toancanh.rtsp.message;

import org.jspecify.annotations.NullMarked;
