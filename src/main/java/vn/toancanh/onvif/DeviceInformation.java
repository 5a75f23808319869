package vn.toancanh.onvif;

/** What a device says of itself; empty where it says nothing. */
public record DeviceInformation(String maker, String model, String firmware) {
    static final DeviceInformation NONE = new DeviceInformation("", "", "");

    static DeviceInformation of(XmlNode answer) {
        return new DeviceInformation(
                answer.text("Manufacturer").orElse(""),
                answer.text("Model").orElse(""),
                answer.text("FirmwareVersion").orElse(""));
    }
}
