// SPDX-License-Identifier: Apache-2.0
// What a hand-written JNI library does, and the same in C alone: loops, which pay JNI once for many calls.
#include <errno.h>
#include <jni.h>
#include <stdint.h>
#include <sys/ioctl.h>

typedef uint32_t (*port_reset)(void *, void *);

// Volatile: read for each call, as through any loaded library's pointer, and never inlined.
static volatile port_reset reset;

JNIEXPORT void JNICALL Java_netreset_benchmarks_Jni_bind(JNIEnv *env, jclass type, jlong address) {
    (void)env;
    (void)type;
    reset = (port_reset)(intptr_t)address;
}

JNIEXPORT jint JNICALL Java_netreset_benchmarks_Jni_MprAdminPortReset(JNIEnv *env, jclass type, jlong server, jlong port) {
    (void)env;
    (void)type;
    return (jint)reset((void *)(intptr_t)server, (void *)(intptr_t)port);
}

JNIEXPORT jint JNICALL Java_netreset_benchmarks_Jni_resets(JNIEnv *env, jclass type, jlong server, jlong port, jint count) {
    uint32_t sum = 0;
    (void)env;
    (void)type;
    for (jint i = 0; i < count; i++)
        sum += reset((void *)(intptr_t)server, (void *)(intptr_t)port);
    return (jint)sum;
}

JNIEXPORT jint JNICALL Java_netreset_benchmarks_Jni_ioctl(JNIEnv *env, jclass type, jint fd, jlong request, jlong argument) {
    (void)env;
    (void)type;
    int result = ioctl(fd, (unsigned long)request, (void *)(intptr_t)argument);
    return result < 0 ? -errno : result;
}

JNIEXPORT jint JNICALL Java_netreset_benchmarks_Jni_ioctls(JNIEnv *env, jclass type, jint fd, jlong request, jlong argument, jint count) {
    int result = 0;
    (void)env;
    (void)type;
    for (jint i = 0; i < count; i++)
        result |= ioctl(fd, (unsigned long)request, (void *)(intptr_t)argument);
    return result < 0 ? -errno : result;
}
