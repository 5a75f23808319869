/** The worker's main: RTSP to libVLC to shared memory. vlcj only here. Lane: WORKER; libVLC's own threads in its calls. */
@NullMarked
package vn.toancanh.decoder;

import org.jspecify.annotations.NullMarked;
