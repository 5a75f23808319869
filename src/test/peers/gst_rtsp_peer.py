#!/usr/bin/python3
"""A GStreamer RTSP server as a peer for tests.

Serves live test pictures, encoded on the fly, under /h264, /h265 and /jpeg; binds to a free port of 127.0.0.1, prints
"port N" once it listens, and ends when its standard input is closed. Needs Debian's packages
gir1.2-gst-rtsp-server-1.0 python3-gi gstreamer1.0-plugins-base gstreamer1.0-plugins-good gstreamer1.0-plugins-bad.
Exit status 77: a package is missing.
"""

import argparse
import sys

try:
    import gi

    gi.require_version("Gst", "1.0")
    gi.require_version("GstRtsp", "1.0")
    gi.require_version("GstRtspServer", "1.0")
    from gi.repository import Gio, GLib, Gst, GstRtsp, GstRtspServer
except (ImportError, ValueError) as missing:
    print(f"missing: {missing}", flush=True)
    sys.exit(77)

# Tried in turn, since which encoders are there depends on the packages.
ENCODERS = {
    "h264": [
        ("x264enc", "x264enc tune=zerolatency speed-preset=ultrafast bitrate=400 key-int-max=15"),
        ("openh264enc", "openh264enc bitrate=400000 gop-size=15"),
    ],
    "h265": [("x265enc", "x265enc tune=zerolatency speed-preset=ultrafast bitrate=400 key-int-max=15")],
    "jpeg": [("jpegenc", "jpegenc quality=80")],
}
PAYLOADS = {
    "h264": "h264parse config-interval=-1 ! rtph264pay name=pay0 pt=96 config-interval=-1",
    "h265": "h265parse config-interval=-1 ! rtph265pay name=pay0 pt=97 config-interval=-1",
    "jpeg": "rtpjpegpay name=pay0 pt=26",
}
SOURCE = (
    "videotestsrc is-live=true pattern=ball ! video/x-raw,format=I420,width=320,height=180,framerate=30/1 ! {} ! {}"
)
ROLE = "viewer"
TRANSPORTS = {
    "any": GstRtsp.RTSPLowerTrans.TCP | GstRtsp.RTSPLowerTrans.UDP,
    "tcp": GstRtsp.RTSPLowerTrans.TCP,
    "udp": GstRtsp.RTSPLowerTrans.UDP,
}


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("--auth", choices=["none", "basic", "digest"], default="none")
    parser.add_argument("--user", default="viewer")
    parser.add_argument("--password", default="s3cret")
    parser.add_argument("--transport", choices=TRANSPORTS, default="any")
    parser.add_argument("--certificate", help="PEM file; serves RTSPS")
    parser.add_argument("--key", help="PEM file")
    return parser.parse_args()


def guard(server, options):
    auth = GstRtspServer.RTSPAuth()
    token = GstRtspServer.RTSPToken()
    token.set_string("media.factory.role", ROLE)
    if options.auth == "basic":
        auth.set_supported_methods(GstRtsp.RTSPAuthMethod.BASIC)
        auth.add_basic(GstRtspServer.RTSPAuth.make_basic(options.user, options.password), token)
    elif options.auth == "digest":
        auth.set_supported_methods(GstRtsp.RTSPAuthMethod.DIGEST)
        auth.add_digest(options.user, options.password, token)
    else:
        auth.set_default_token(token)
    if options.certificate:
        auth.set_tls_certificate(Gio.TlsCertificate.new_from_files(options.certificate, options.key))
    server.set_auth(auth)


def encoder(codec):
    for element, launch in ENCODERS[codec]:
        if Gst.ElementFactory.find(element) is not None:
            return launch
    return None


def factory(codec, options):
    made = GstRtspServer.RTSPMediaFactory()
    made.set_launch("( " + SOURCE.format(encoder(codec), PAYLOADS[codec]) + " )")
    made.set_shared(True)
    made.set_protocols(TRANSPORTS[options.transport])
    permissions = f"{ROLE}, media.factory.access=(boolean)true, media.factory.construct=(boolean)true"
    made.add_role_from_structure(Gst.Structure.from_string(permissions)[0])
    return made


def main():
    options = arguments()
    Gst.init(None)
    codecs = [codec for codec in ENCODERS if encoder(codec) is not None]
    if "h264" not in codecs or Gst.ElementFactory.find("rtph264pay") is None:
        print("missing: an H.264 encoder and payloader for GStreamer", flush=True)
        sys.exit(77)
    server = GstRtspServer.RTSPServer()
    server.set_address("127.0.0.1")
    server.set_service("0")
    guard(server, options)
    mounts = server.get_mount_points()
    for codec in codecs:
        mounts.add_factory("/" + codec, factory(codec, options))
    server.attach(None)
    print("codecs " + " ".join(codecs), flush=True)
    print(f"port {server.get_bound_port()}", flush=True)
    loop = GLib.MainLoop()
    GLib.io_add_watch(0, GLib.PRIORITY_DEFAULT, GLib.IOCondition.IN | GLib.IOCondition.HUP, lambda *_: loop.quit())
    loop.run()


if __name__ == "__main__":
    main()
