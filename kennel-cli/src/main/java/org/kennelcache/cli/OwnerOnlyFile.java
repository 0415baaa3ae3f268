package org.kennelcache.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A file with secrets. Where the file system has owners and permissions, a new file is its owner's alone; one that is
 * replaced keeps the owner, the group and the permissions it had, and links to it stay links. Who reads it while it is
 * replaced sees all of the old content or all of the new one.
 */
record OwnerOnlyFile(Path path) {

    private static final String OWNER_ONLY = "rw-------";

    /** Makes a file that was not there before. */
    void create(String text) {
        try {
            write(path, text);
        } catch (FileAlreadyExistsException e) {
            throw new CommandFailedException(path + " exists already; nothing was changed", e);
        } catch (IOException e) {
            throw new CommandFailedException(path + " can't be written: " + e, e);
        }
    }

    /** The content. */
    String read() {
        try {
            return Files.readString(path);
        } catch (NoSuchFileException e) {
            throw new CommandFailedException(path + " does not exist", e);
        } catch (IOException e) {
            throw new CommandFailedException(path + " can't be read: " + e, e);
        }
    }

    /** Puts another content in the place of the file's. */
    void replace(String text) {
        try {
            Path target = path.toRealPath();
            Path next = target.resolveSibling(target.getFileName() + ".new");
            write(next, text);
            try {
                copyAccess(next);
                Files.move(next, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(next);
            }
        } catch (FileAlreadyExistsException e) {
            throw new CommandFailedException(
                    e.getFile() + " exists: another command is at work, or was interrupted; nothing was changed", e);
        } catch (IOException e) {
            throw new CommandFailedException(path + " can't be replaced: " + e, e);
        }
    }

    private static void write(Path file, String text) throws IOException {
        FileAttribute<?>[] attributes = posix(file.toAbsolutePath().getParent()) == null
                ? new FileAttribute<?>[0]
                : new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY))
                };
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(file, options, attributes)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private static @Nullable PosixFileAttributeView posix(@Nullable Path file) {
        return file == null ? null : Files.getFileAttributeView(file, PosixFileAttributeView.class);
    }

    private void copyAccess(Path next) throws IOException {
        PosixFileAttributeView from = posix(path);
        PosixFileAttributeView to = posix(next);
        if (from == null || to == null) {
            return;
        }
        PosixFileAttributes wanted = from.readAttributes();
        PosixFileAttributes present = to.readAttributes();
        if (!present.group().equals(wanted.group())) {
            to.setGroup(wanted.group());
        }
        if (!present.owner().equals(wanted.owner())) {
            to.setOwner(wanted.owner());
        }
        to.setPermissions(wanted.permissions());
    }
}
