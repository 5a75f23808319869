package vn.toancanh.app.demo;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import vn.toancanh.app.Folders;
import vn.toancanh.base.Secret;

/** Hands a password to a process of our own without the process list: a file for this user alone, deleted once read. */
final class PasswordFile {
    private PasswordFile() {}

    static Path write(Path folder, Secret password) throws IOException {
        Folders.madePrivate(folder);
        FileAttribute<?>[] ownerOnly =
                FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                        ? new FileAttribute<?>[] {
                            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                        }
                        : new FileAttribute<?>[0];
        Path file = Files.createTempFile(folder, "demo-", ".secret", ownerOnly);
        Files.writeString(file, password.reveal());
        return file;
    }
}
