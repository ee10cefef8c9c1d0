"""Videos from people: told by their bytes, measured and encoded anew in a limited child process."""

from .preparing import Measures, VideoFault, VideoRefused, is_video, video_measure, video_prepare

__all__ = ["Measures", "VideoFault", "VideoRefused", "is_video", "video_measure", "video_prepare"]
