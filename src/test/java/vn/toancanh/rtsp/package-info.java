@NullMarked
package vn.toancanh.rtsp;

import org.jspecify.annotations.NullMarked;
